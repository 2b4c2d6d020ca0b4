package com.mypay.banksimulator.application;

import java.util.List;

/** All accounts of all banks, in the order of their opening. */
public final class FindAccounts {
    private final CommittedBooks books;

    /** One account. */
    public record Row(
            long position,
            String bankCode,
            String accountNumber,
            String holderName,
            String status,
            long endowmentWon,
            long balanceWon) {}

    public FindAccounts(CommittedBooks books) {
        this.books = books;
    }

    public Page<Row> find(Page.Request page) {
        List<Row> rows = books.accounts(page.after(), page.oneMore());
        return Page.of(rows, page, Row::position);
    }
}
