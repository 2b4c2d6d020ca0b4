package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.Bank;
import com.mypay.banksimulator.domain.BankCode;
import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Books;
import com.mypay.banksimulator.domain.Rejected;
import java.util.List;

/** All banks, by their codes. */
public final class FindBanks {
    private final Ledger ledger;

    public FindBanks(Ledger ledger) {
        this.ledger = ledger;
    }

    public List<Bank> find() {
        return ledger.inOrder(Books::banks);
    }

    public Bank find(BankCode code) {
        return ledger.inOrder(books -> books.bank(code))
                .orElseThrow(() -> new Rejected(BankProblem.UNKNOWN_BANK, "no bank has this code"));
    }
}
