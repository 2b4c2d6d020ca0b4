package com.mypay.money.domain;

import com.mypay.framework.value.Won;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger as bookkeepers read it (분개장, 시산표): by day, debits and credits. Every method runs inside a transaction. */
public interface Journal {

    /**
     * One posting.
     *
     * @param memberId whose; {@code null} of a system account
     * @param amount positive: credit (대변); negative: debit (차변)
     */
    record Line(
            String entryId,
            int lineNumber,
            Instant bookedAt,
            Cause cause,
            String reference,
            AccountKind account,
            @Nullable Long memberId,
            Won amount) {}

    /** An entry's place in the order of booking. */
    record Place(Instant bookedAt, String entryId) {}

    /**
     * An account over a period. Credits are positive, as in the ledger: {@code opening - debit + credit} is what it closes
     * with.
     *
     * @param lines postings within the period
     */
    record Balance(AccountKind account, Won opening, Won debit, Won credit, long lines) {

        public Won closing() {
            return opening.minus(debit).plus(credit);
        }
    }

    /**
     * The lines of whole entries, in the order of booking.
     *
     * @param after behind that one; {@code null} for the first
     * @param entries at most so many
     */
    List<Line> lines(Instant from, Instant until, @Nullable Place after, int entries);

    /** Each account that has postings before the end of the period, by its name. */
    List<Balance> balances(Instant from, Instant until);
}
