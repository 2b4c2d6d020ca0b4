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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cycle is closed: the operator has earned its commission, and owes the VAT on it. Runs in the message's transaction, books once. */
@ApplicationScoped
public class BookCommission {

    private final Entries entries;
    private final Ids ids;
    private final Occasions occasions;

    @Inject
    public BookCommission(Entries entries, Ids ids, Occasions occasions) {
        this.entries = entries;
        this.ids = ids;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected BookCommission() {
        this(null, null, null);
    }

    /**
     * The message cycle-settled.v1.
     *
     * @param commissionWon may be zero, and negative where more was cancelled than sold
     * @param vatWon VAT on the commission; {@code null} of a cycle from before there was any
     * @param roundingWon residue that nobody gets; of either sign
     */
    public record CycleSettled(
            String cycleId,
            String businessDate,
            long commissionWon,
            long roundingWon,
            @Nullable Long vatWon) {}

    public void book(CycleSettled cycle) {
        Won commission = Won.won(cycle.commissionWon());
        Won rounding = Won.won(cycle.roundingWon());
        Won vat = cycle.vatWon() == null ? Won.ZERO : Won.won(cycle.vatWon());
        Won together = commission.plus(rounding).plus(vat);
        List<Posting> postings = new ArrayList<>();
        add(postings, AccountKind.PAYMENT_CLEARING, together.negated());
        add(postings, AccountKind.FEE_INCOME, commission);
        add(postings, AccountKind.VAT_PAYABLE, vat);
        add(postings, AccountKind.ROUNDING, rounding);
        Occasion occasion = occasions.now();
        if (!postings.isEmpty() && entries.isFirst(Cause.COMMISSION, cycle.cycleId(), occasion)) {
            entries.book(new Entry(ids.next(), Cause.COMMISSION, cycle.cycleId(), occasion, postings));
        }
    }

    private static void add(List<Posting> postings, AccountKind account, Won amount) {
        if (!amount.isZero()) {
            postings.add(Posting.of(account, amount));
        }
    }
}
