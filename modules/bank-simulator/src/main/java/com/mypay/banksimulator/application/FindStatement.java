package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.AccountNumber;
import com.mypay.banksimulator.domain.BankCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The daily statement (거래내역) of one account or of a whole bank, and an account's latest deposits. */
public final class FindStatement {
    private final CommittedBooks books;

    /** One line; the sequence grows with every line of any bank. The called bank is the transfer's. */
    public record Row(
            long sequence,
            String accountNumber,
            String calledBankCode,
            String transactionId,
            String direction,
            long amountWon,
            long balanceAfterWon,
            String counterBankCode,
            String counterAccountNumber,
            String counterName,
            String memo,
            Instant at) {}

    public FindStatement(CommittedBooks books) {
        this.books = books;
    }

    public Page<Row> find(BankCode bank, LocalDate date, Optional<AccountNumber> account, Page.Request page) {
        List<Row> rows = books.entries(bank, date, account, page.after(), page.oneMore());
        return Page.of(rows, page, Row::sequence);
    }

    /** What came in, the latest first. */
    public List<Row> findDeposits(AccountId account, int limit) {
        return books.latestDeposits(account, new Page.Request(0, limit).limit());
    }
}
