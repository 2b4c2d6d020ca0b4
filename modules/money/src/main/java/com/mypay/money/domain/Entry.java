package com.mypay.money.domain;

import com.mypay.framework.value.Won;
import java.util.List;

/**
 * One booking in the ledger: two or more postings that add up to 0. Never changed afterwards; a mistake is corrected by
 * another entry.
 *
 * @param id rises with real time (UUIDv7)
 * @param reference what it was booked for: a payment's id, a charge's, a cycle's; 1 to 64 characters
 */
public record Entry(String id, Cause cause, String reference, Occasion occasion, List<Posting> postings) {

    public Entry {
        postings = List.copyOf(postings);
        if (postings.size() < 2) {
            throw new IllegalArgumentException("an entry has two sides");
        }
        Won sum = postings.stream().map(Posting::amount).reduce(Won.ZERO, Won::plus);
        if (!sum.isZero()) {
            throw new IllegalArgumentException("the postings of an entry add up to 0, not to " + sum);
        }
        if (reference.isEmpty() || reference.length() > 64) {
            throw new IllegalArgumentException("a reference has 1 to 64 characters");
        }
    }

    /** A member's money changing with the account that its cause has on the other side. */
    public static Entry of(String id, Cause cause, String reference, Occasion occasion, Posting changing) {
        Posting other = Posting.of(cause.counterpart(), changing.amount().negated());
        return new Entry(id, cause, reference, occasion, List.of(changing, other));
    }
}
