package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.BankCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What a bank charges for the calls of one month, by transaction date. */
public final class FindBill {
    private final CommittedBooks books;

    /** One day's calls; each at the fee of its moment. */
    public record Day(
            LocalDate date,
            long calls,
            long completedCalls,
            long refusedCalls,
            long executions,
            long verifications,
            long totalWon,
            long completedWon) {}

    public FindBill(CommittedBooks books) {
        this.books = books;
    }

    public List<Day> find(BankCode bank, YearMonth month) {
        return books.bill(bank, month.atDay(1), month.atEndOfMonth());
    }
}
