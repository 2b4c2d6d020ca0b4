package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.AccountNumber;
import com.mypay.banksimulator.domain.BankCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what is kept for good, without waiting for the {@link Ledger}. */
public interface CommittedBooks {
    /** A bank's or one account's entries of a day after a sequence number, in their order. */
    List<FindStatement.Row> entries(
            BankCode bank, LocalDate date, Optional<AccountNumber> account, long afterSequence, int limit);

    /** The latest first. */
    List<FindStatement.Row> latestDeposits(AccountId account, int limit);

    /** The days with calls, both ends included. */
    List<FindBill.Day> bill(BankCode bank, LocalDate from, LocalDate to);

    /** In the order of their opening. */
    List<FindAccounts.Row> accounts(long afterPosition, int limit);

    /** All of one moment. */
    AuditBooks.Audit audit();
}
