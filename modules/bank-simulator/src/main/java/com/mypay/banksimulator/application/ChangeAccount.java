package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.Account;
import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.AccountStatus;
import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Days;
import com.mypay.banksimulator.domain.Rejected;
import java.time.Clock;
import java.time.LocalDate;

/** Closes, freezes, puts to rest or opens an account again; the same twice changes nothing. */
public final class ChangeAccount {
    private final Ledger ledger;
    private final Clock clock;

    public ChangeAccount(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    public Account change(AccountId id, AccountStatus status) {
        LocalDate today = Days.dayOf(clock.instant());
        return ledger.inOrder(books -> {
            Account account = books.account(id)
                    .orElseThrow(() -> new Rejected(BankProblem.UNKNOWN_ACCOUNT, "no account has this number"));
            account.change(status, today);
            books.save(account);
            return account;
        });
    }
}
