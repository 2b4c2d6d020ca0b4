package com.mypay.settlement.domain;

import com.mypay.framework.value.Won;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * What is agreed with a franchise about its payouts.
 *
 * @param period how long its settlements are collected
 * @param minimumPayout a smaller amount waits; 0 for none
 * @param hold payouts are stopped by staff
 * @param payoutDelay how many business days after the end of the period it is paid (D+n); 0: with the period's last cycle
 * @param reserve kept back for some time
 * @param commission what is agreed on about commission beside the slips' rates
 */
public record SettlementTerms(
        SettlementPeriod period,
        Won minimumPayout,
        boolean hold,
        int payoutDelay,
        Reserve reserve,
        CommissionTerms commission) {

    /** So that a month of known holidays around the end of a period always suffices. */
    public static final int LONGEST_DELAY = 10;

    /** Of a franchise whose own terms have not arrived yet. */
    public static final SettlementTerms USUAL = new SettlementTerms(SettlementPeriod.DAILY, Won.ZERO, false);

    public SettlementTerms {
        if (minimumPayout.isNegative()) {
            throw new IllegalArgumentException("a minimum payout is not negative");
        }
        if (payoutDelay < 0 || payoutDelay > LONGEST_DELAY) {
            throw new IllegalArgumentException("a payout comes 0 to 10 business days later, not " + payoutDelay);
        }
    }

    /** Paid with the period's last cycle, all of it. */
    public SettlementTerms(SettlementPeriod period, Won minimumPayout, boolean hold) {
        this(period, minimumPayout, hold, 0, Reserve.NONE, CommissionTerms.NONE);
    }

    /** The commission is what the slips say. */
    public SettlementTerms(SettlementPeriod period, Won minimumPayout, boolean hold, int payoutDelay, Reserve reserve) {
        this(period, minimumPayout, hold, payoutDelay, reserve, CommissionTerms.NONE);
    }

    /**
     * From which business date on what a day earns can be paid.
     *
     * @param calendars the business days around a day; asked only where the payout comes later
     */
    public LocalDate dueOn(LocalDate day, Function<LocalDate, BusinessCalendar> calendars) {
        LocalDate end = period.lastDay(day);
        return payoutDelay == 0 ? end : calendars.apply(end).after(end, payoutDelay);
    }
}
