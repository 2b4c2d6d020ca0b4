package com.mypay.banking.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A difference between a bank's statement and our firmbankings, for staff to look at.
 *
 * @param transactionId the firmbanking's id, if it is one of ours
 * @param lineNumber of the bank's line; 0 where there is none
 * @param bankWon what the bank has moved; {@code null} where it has no line
 * @param ourWon what we have asked for; {@code null} where we know of nothing
 * @param resolution {@code null} while it is open
 */
public record ReconciliationItem(
        String id,
        String accountId,
        LocalDate date,
        StatementResult kind,
        String transactionId,
        long lineNumber,
        @Nullable Long bankWon,
        @Nullable Long ourWon,
        @Nullable LocalDate ourDate,
        @Nullable String ourStatus,
        Instant foundAt,
        @Nullable Resolved resolution,
        String guid) {

    /** Who has looked into it, and what it was. */
    public record Resolved(String by, Instant at, String reason) {}

    public ReconciliationItem resolved(Resolved how) {
        return new ReconciliationItem(
                id,
                accountId,
                date,
                kind,
                transactionId,
                lineNumber,
                bankWon,
                ourWon,
                ourDate,
                ourStatus,
                foundAt,
                how,
                guid);
    }
}
