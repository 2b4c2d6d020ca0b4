package com.mypay.settlement.application.message;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.Reserve;
import com.mypay.settlement.domain.SettlementPeriod;
import com.mypay.settlement.domain.SettlementTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code franchise-changed.v1} of membership. */
public record FranchiseChanged(
        long memberId,
        String name,
        String status,
        String businessNumber,
        Terms settlementTerms,
        long version,
        Instant changedAt) {

    public static final String TYPE = "franchise-changed.v1";

    /**
     * @param payoutDelayDays business days; {@code null} of an event from before there was a delay: none
     * @param reserve {@code null}: nothing is kept back
     */
    public record Terms(
            SettlementPeriod cycle,
            long minimumPayoutWon,
            boolean hold,
            @Nullable Integer payoutDelayDays,
            @Nullable ReserveTerms reserve) {}

    /** Of {@link Terms}. */
    public record ReserveTerms(int basisPoints, int days) {}

    public SettlementTerms terms() {
        Integer delay = settlementTerms.payoutDelayDays();
        ReserveTerms kept = settlementTerms.reserve();
        return new SettlementTerms(
                settlementTerms.cycle(),
                Won.won(settlementTerms.minimumPayoutWon()),
                settlementTerms.hold(),
                delay == null ? 0 : delay,
                kept == null ? Reserve.NONE : new Reserve(BasisPoints.basisPoints(kept.basisPoints()), kept.days()));
    }
}
