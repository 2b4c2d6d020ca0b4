package com.mypay.money.adapter.out.persistence;

import com.mypay.framework.value.Won;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what the ledger has booked since the start: {@code mypay_money_entries} and {@code mypay_money_moved_won}. */
@ApplicationScoped
public class LedgerMeter {

    private final MetricRegistry registry;

    @Inject
    public LedgerMeter(MetricRegistry registry) {
        this.registry = registry;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected LedgerMeter() {
        this(null);
    }

    /** Called after the commit. */
    public void booked(Entry entry) {
        Tag cause = new Tag("cause", entry.cause().name());
        registry.counter("mypay_money_entries", cause).inc();
        long moved = entry.postings().stream()
                .filter(posting -> posting.account() == AccountKind.MEMBER)
                .map(Posting::amount)
                .mapToLong(LedgerMeter::absolute)
                .sum();
        registry.counter("mypay_money_moved_won", cause).inc(moved);
    }

    private static long absolute(Won amount) {
        return Math.abs(amount.value());
    }
}
