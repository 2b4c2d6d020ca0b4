package com.mypay.payment.domain;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a commission change says: which rate, for whom, on which days in Seoul.
 *
 * @param franchise empty: all that have no terms of their own
 * @param effectiveFrom the first day
 * @param effectiveUntil the last day, of a campaign; empty: until others of their kind begin
 * @param campaign what a campaign is called; it may have no name
 */
public record CommissionTerms(
        Optional<MemberId> franchise,
        BasisPoints rate,
        LocalDate effectiveFrom,
        Optional<LocalDate> effectiveUntil,
        Optional<String> campaign) {

    public CommissionTerms {
        if (!isPeriod(effectiveFrom, effectiveUntil) || (campaign.isPresent() && effectiveUntil.isEmpty())) {
            throw new IllegalArgumentException("terms end after they begin, and a campaign ends");
        }
    }

    /** Terms without an end. */
    public static CommissionTerms from(LocalDate day, Optional<MemberId> franchise, BasisPoints rate) {
        return new CommissionTerms(franchise, rate, day, Optional.empty(), Optional.empty());
    }

    public static boolean isPeriod(LocalDate from, Optional<LocalDate> until) {
        return until.isEmpty() || !until.get().isBefore(from);
    }

    public boolean holdOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveUntil.isEmpty() || !day.isAfter(effectiveUntil.get()));
    }
}
