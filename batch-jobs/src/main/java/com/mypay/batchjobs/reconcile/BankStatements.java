package com.mypay.batchjobs.reconcile;

import java.time.LocalDate;
import java.util.List;

/** Banking, which compares the banks' statements with its own firmbankings, a slice at a time. */
public interface BankStatements {

    /**
     * How far an account's statement is compared.
     *
     * @param lines of the statement, so far
     * @param items differences, so far
     */
    record Progress(boolean ended, int lines, int items) {}

    /** The ids of the operator's own accounts. */
    List<String> corporateAccounts();

    /**
     * The next slice. May be called twice, and by several.
     *
     * @throws NotOverException if the bank may still add to the statement
     */
    Progress reconcile(String accountId, LocalDate date);

    /** The date is not over. */
    class NotOverException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotOverException(LocalDate date, Throwable cause) {
            super(date + " is not over", cause);
        }
    }
}
