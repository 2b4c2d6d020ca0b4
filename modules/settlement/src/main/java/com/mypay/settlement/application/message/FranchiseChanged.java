package com.mypay.settlement.application.message;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.CommissionTerms;
import com.mypay.settlement.domain.Reserve;
import com.mypay.settlement.domain.SettlementPeriod;
import com.mypay.settlement.domain.SettlementTerms;
import java.time.Instant;
import java.util.List;
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
     * @param commission {@code null}: what the slips say, and no more
     */
    public record Terms(
            SettlementPeriod cycle,
            long minimumPayoutWon,
            boolean hold,
            @Nullable Integer payoutDelayDays,
            @Nullable ReserveTerms reserve,
            @Nullable Commission commission) {}

    /** Of {@link Terms}. */
    public record Commission(int vatBasisPoints, List<Tier> tiers) {

        private CommissionTerms terms() {
            return new CommissionTerms(
                    BasisPoints.basisPoints(vatBasisPoints),
                    tiers.stream()
                            .map(tier -> new CommissionTerms.Tier(
                                    Won.won(tier.monthlyVolumeWon()),
                                    BasisPoints.basisPoints(tier.discountBasisPoints())))
                            .toList());
        }
    }

    /** Of {@link Commission}. */
    public record Tier(long monthlyVolumeWon, int discountBasisPoints) {}

    /** Of {@link Terms}. */
    public record ReserveTerms(int basisPoints, int days) {}

    public SettlementTerms terms() {
        Integer delay = settlementTerms.payoutDelayDays();
        Commission agreed = settlementTerms.commission();
        ReserveTerms kept = settlementTerms.reserve();
        return new SettlementTerms(
                settlementTerms.cycle(),
                Won.won(settlementTerms.minimumPayoutWon()),
                settlementTerms.hold(),
                delay == null ? 0 : delay,
                kept == null ? Reserve.NONE : new Reserve(BasisPoints.basisPoints(kept.basisPoints()), kept.days()),
                agreed == null ? CommissionTerms.NONE : agreed.terms());
    }
}
