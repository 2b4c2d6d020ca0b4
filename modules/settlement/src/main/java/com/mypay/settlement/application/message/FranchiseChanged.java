package com.mypay.settlement.application.message;

import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.SettlementPeriod;
import com.mypay.settlement.domain.SettlementTerms;
import java.time.Instant;

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

    public record Terms(SettlementPeriod cycle, long minimumPayoutWon, boolean hold) {}

    public SettlementTerms terms() {
        return new SettlementTerms(
                settlementTerms.cycle(), Won.won(settlementTerms.minimumPayoutWon()), settlementTerms.hold());
    }
}
