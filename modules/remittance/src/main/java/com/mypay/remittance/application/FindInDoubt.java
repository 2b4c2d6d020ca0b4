package com.mypay.remittance.application;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Resolution;
import com.mypay.remittance.domain.Resolutions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The staff's work list: remittances that have waited for one answer for too long, most of them because a bank hasn't
 * said what it did, and those that money can't go on with.
 */
@ApplicationScoped
public class FindInDoubt {

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

    /**
     * What money can't go on with, then what is in doubt, then the rest; each the oldest first.
     *
     * @param wanted at most {@value Resolutions#AT_MOST} on a page
     */
    public Page<Found> find(PageRequest wanted) {
        PageRequest page = new PageRequest(wanted.after(), Math.min(wanted.limit(), Resolutions.AT_MOST));
        return transactions.inTransaction(() -> {
            Page<Remittance> found = Page.of(
                    remittances.workList(realTime.instant().minus(limit.waiting()), page),
                    page,
                    Remittance::workListPlace);
            Map<RemittanceId, List<Resolution>> proposed =
                    resolutions.of(found.items().stream().map(Remittance::id).toList()).stream()
                            .collect(Collectors.groupingBy(Resolution::remittance));
            return found.map(remittance -> new Found(remittance, proposed.getOrDefault(remittance.id(), List.of())));
        });
    }
}
