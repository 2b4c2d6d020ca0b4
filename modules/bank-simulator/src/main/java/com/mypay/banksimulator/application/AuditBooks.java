package com.mypay.banksimulator.application;

import java.util.List;

/**
 * Adds the books up, all at one moment: no won has come or gone but the endowments, and each completed transfer has
 * moved its amount exactly once. Reads everything, so it takes about a second per 50,000 transfers; 60 s at most.
 */
public final class AuditBooks {
    private final CommittedBooks books;

    /** One bank's totals. Balances = endowments + position, where the position is what other banks' transfers brought. */
    public record BankTotals(
            String bankCode,
            long accounts,
            long balanceWon,
            long endowmentWon,
            long interbankPositionWon,
            long transfersCompleted,
            long transfersRefused,
            long transfersInProgress,
            long verifications,
            long calls,
            long executions,
            long feesWon) {}

    /** A rule, and how many rows break it. */
    public record Check(String rule, long violations) {}

    /** All of it. */
    public record Audit(List<BankTotals> banks, List<Check> checks) {
        public boolean conserved() {
            return checks.stream().allMatch(check -> check.violations() == 0);
        }
    }

    public AuditBooks(CommittedBooks books) {
        this.books = books;
    }

    public Audit audit() {
        return books.audit();
    }
}
