package com.mypay.money.application;

import com.mypay.framework.value.Ids;
import com.mypay.framework.value.Won;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.Occasion;
import com.mypay.money.domain.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** A franchise has got its money from the corporate account. Runs in the message's transaction, books once. */
@ApplicationScoped
public class BookPayout {

    private final Entries entries;
    private final Ids ids;
    private final Occasions occasions;

    @Inject
    public BookPayout(Entries entries, Ids ids, Occasions occasions) {
        this.entries = entries;
        this.ids = ids;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected BookPayout() {
        this(null, null, null);
    }

    /** The message payout-completed.v1. */
    public record PayoutCompleted(String payoutId, String cycleId, long franchiseId, long amountWon) {}

    public void book(PayoutCompleted payout) {
        Won amount = Won.won(payout.amountWon());
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("payout " + payout.payoutId() + " of " + amount);
        }
        Occasion occasion = occasions.now();
        if (!entries.isFirst(Cause.PAYOUT, payout.payoutId(), occasion)) {
            return;
        }
        List<Posting> postings = List.of(
                Posting.of(AccountKind.PAYMENT_CLEARING, amount.negated()),
                Posting.of(AccountKind.CORPORATE_CASH, amount));
        entries.book(new Entry(ids.next(), Cause.PAYOUT, payout.payoutId(), occasion, postings));
    }
}
