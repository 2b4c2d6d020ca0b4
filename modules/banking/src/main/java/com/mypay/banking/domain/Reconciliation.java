package com.mypay.banking.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the comparison (대사) of one day's statement of one corporate account has come.
 *
 * @param nextCursor where the statement goes on; {@code null} at its beginning
 * @param lastFirmbankingId the last of ours that was looked for in the statement; {@code null} before the first
 * @param closingWon the account's balance behind the last line that was read; {@code null} before the first one
 * @param lines of the statement, so far
 * @param items for the work list, so far
 */
public record Reconciliation(
        String accountId,
        LocalDate date,
        Status status,
        int pages,
        @Nullable String nextCursor,
        @Nullable String lastFirmbankingId,
        @Nullable Long closingWon,
        int lines,
        int matched,
        int items,
        Instant startedAt,
        @Nullable Instant endedAt,
        String guid) {

    /** READING the statement page by page, then COMPARING what is ours with it. */
    public enum Status {
        READING,
        COMPARING,
        ENDED
    }

    public static Reconciliation started(String accountId, LocalDate date, Instant at, String guid) {
        return new Reconciliation(accountId, date, Status.READING, 0, null, null, null, 0, 0, 0, at, null, guid);
    }

    /**
     * @param balanceWon behind the last line; {@code null} as long as there was none
     * @param cursor of the next page; {@code null} behind the last
     */
    public Reconciliation read(int read, int ofThemMatched, @Nullable Long balanceWon, @Nullable String cursor) {
        return new Reconciliation(
                accountId,
                date,
                cursor == null ? Status.COMPARING : Status.READING,
                pages + 1,
                cursor,
                null,
                balanceWon,
                lines + read,
                matched + ofThemMatched,
                items + read - ofThemMatched,
                startedAt,
                null,
                guid);
    }

    /** @param last the last firmbanking that was looked for */
    public Reconciliation compared(String last, int missing) {
        return new Reconciliation(
                accountId,
                date,
                Status.COMPARING,
                pages,
                null,
                last,
                closingWon,
                lines,
                matched,
                items + missing,
                startedAt,
                null,
                guid);
    }

    public Reconciliation ended(Instant at) {
        return new Reconciliation(
                accountId,
                date,
                Status.ENDED,
                pages,
                null,
                lastFirmbankingId,
                closingWon,
                lines,
                matched,
                items,
                startedAt,
                at,
                guid);
    }
}
