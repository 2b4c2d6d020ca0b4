package com.mypay.remittance.application;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.transaction.Transactions;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Resolution;
import com.mypay.remittance.domain.Resolutions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * The staff's work list: remittances that have waited for one answer for too long, most of them because a bank hasn't
 * said what it did, and those that money can't go on with.
 */
@ApplicationScoped
public class FindInDoubt {

    /** The longest waiting ones. */
    public static final int AT_MOST = 200;

    private final Remittances remittances;
    private final Resolutions resolutions;
    private final Transactions transactions;
    private final WorkListLimit limit;
    private final Clock realTime;

    @Inject
    public FindInDoubt(
            Remittances remittances,
            Resolutions resolutions,
            Transactions transactions,
            WorkListLimit limit,
            @RealTime Clock realTime) {
        this.remittances = remittances;
        this.resolutions = resolutions;
        this.transactions = transactions;
        this.limit = limit;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindInDoubt() {
        this(null, null, null, null, null);
    }

    /** @param resolutions what was proposed for it */
    public record Found(Remittance remittance, List<Resolution> resolutions) {}

    /** The longest waiting first. */
    public List<Found> all() {
        return transactions.inTransaction(() ->
                remittances.workList(realTime.instant().minus(limit.waiting()), AT_MOST).stream()
                        .map(remittance -> new Found(remittance, resolutions.of(remittance.id())))
                        .toList());
    }
}
