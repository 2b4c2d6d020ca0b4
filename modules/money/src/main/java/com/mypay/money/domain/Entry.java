package com.mypay.money.domain;

import com.mypay.framework.value.Won;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One booking in the ledger: two or more postings that add up to 0. Never changed afterwards; a mistake is corrected by
 * another entry.
 *
 * @param id rises with real time (UUIDv7)
 * @param reference what it was booked for: a payment's id, a charge's, a cycle's; of the form {@value #REFERENCE}
 */
public record Entry(String id, Cause cause, String reference, Occasion occasion, List<Posting> postings) {

    /** As with request ids: one byte a character, so that 64 of them fit into any database's 64. */
    public static final String REFERENCE = "[A-Za-z0-9._:-]{1,64}";

    private static final Pattern REFERENCE_FORM = Pattern.compile(REFERENCE);

    public Entry {
        postings = List.copyOf(postings);
        if (postings.size() < 2) {
            throw new IllegalArgumentException("an entry has two sides");
        }
        Won sum = postings.stream().map(Posting::amount).reduce(Won.ZERO, Won::plus);
        if (!sum.isZero()) {
            throw new IllegalArgumentException("the postings of an entry add up to 0, not to " + sum);
        }
        if (!REFERENCE_FORM.matcher(reference).matches()) {
            throw new IllegalArgumentException("a reference has 1 to 64 letters, digits and . _ : -");
        }
    }

    /** A member's money changing with the account that its cause has on the other side. */
    public static Entry of(String id, Cause cause, String reference, Occasion occasion, Posting changing) {
        Posting other = Posting.of(cause.counterpart(), changing.amount().negated());
        return new Entry(id, cause, reference, occasion, List.of(changing, other));
    }
}
