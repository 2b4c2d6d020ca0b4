package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.Account;
import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Rejected;

/** One account as its bank sees it now. */
public final class FindAccount {
    private final Ledger ledger;

    public FindAccount(Ledger ledger) {
        this.ledger = ledger;
    }

    public Account find(AccountId id) {
        return ledger.inOrder(books -> books.account(id))
                .orElseThrow(() -> new Rejected(BankProblem.UNKNOWN_ACCOUNT, "no account has this number"));
    }
}
