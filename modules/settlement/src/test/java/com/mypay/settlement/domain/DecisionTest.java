package com.mypay.settlement.domain;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final LocalDate MONDAY = LocalDate.of(2011, 12, 5);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate SUNDAY = LocalDate.of(2011, 12, 11);
    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2011, 12, 31);

    @Test
    void whatADayEarnsIsPaid() {
        assertThat(decide(97_500, 0, null, terms(SettlementPeriod.DAILY, 0, false), MONDAY))
                .isEqualTo(new Decision(Outcome.PAYOUT, won(97_500), null, null));
    }

    @Test
    void whatIsOwedWaitsForTheNextDay() {
        assertThat(decide(-500, 0, null, SettlementTerms.USUAL, MONDAY))
                .isEqualTo(carried(-500, CarryReason.NEGATIVE, TUESDAY));
    }

    @Test
    void whatIsOwedIsTakenOffTheNextDay() {
        assertThat(decide(1_500, -500, MONDAY, SettlementTerms.USUAL, MONDAY))
                .isEqualTo(new Decision(Outcome.PAYOUT, won(1_000), null, null));
        assertThat(decide(400, -500, MONDAY, SettlementTerms.USUAL, MONDAY))
                .isEqualTo(carried(-100, CarryReason.NEGATIVE, TUESDAY));
    }

    @Test
    void nothingIsNeitherPaidNorCarriedOver() {
        assertThat(decide(0, 0, null, terms(SettlementPeriod.DAILY, 1_000, true), MONDAY))
                .isEqualTo(new Decision(Outcome.NOTHING_DUE, won(0), null, null));
        assertThat(decide(500, -500, MONDAY, SettlementTerms.USUAL, MONDAY).outcome())
                .isEqualTo(Outcome.NOTHING_DUE);
    }

    @Test
    void anAmountUnderTheMinimumWaitsUntilItIsEnough() {
        SettlementTerms terms = terms(SettlementPeriod.DAILY, 10_000, false);
        assertThat(decide(9_999, 0, null, terms, MONDAY)).isEqualTo(carried(9_999, CarryReason.UNDER_MINIMUM, TUESDAY));
        assertThat(decide(1, 9_999, TUESDAY, terms, TUESDAY).outcome()).isEqualTo(Outcome.PAYOUT);
        assertThat(decide(10_000, 0, null, terms, MONDAY).outcome()).isEqualTo(Outcome.PAYOUT);
    }

    @Test
    void aHeldFranchiseIsNotPaidHoweverMuchItIs() {
        assertThat(decide(97_500, 0, null, terms(SettlementPeriod.DAILY, 0, true), MONDAY))
                .isEqualTo(carried(97_500, CarryReason.HELD, TUESDAY));
    }

    @Test
    void aWeekIsPaidOnSunday() {
        SettlementTerms weekly = terms(SettlementPeriod.WEEKLY, 0, false);
        assertThat(decide(100, 0, null, weekly, MONDAY)).isEqualTo(carried(100, CarryReason.NOT_DUE, SUNDAY));
        assertThat(decide(50, 100, SUNDAY, weekly, TUESDAY)).isEqualTo(carried(150, CarryReason.NOT_DUE, SUNDAY));
        assertThat(decide(0, 150, SUNDAY, weekly, SUNDAY).outcome()).isEqualTo(Outcome.PAYOUT);
    }

    @Test
    void aWeekWhoseSundayWasNotSettledIsPaidAfterwards() {
        SettlementTerms weekly = terms(SettlementPeriod.WEEKLY, 0, false);
        assertThat(decide(50, 150, SUNDAY, weekly, SUNDAY.plusDays(2)).outcome())
                .isEqualTo(Outcome.PAYOUT);
    }

    @Test
    void whatIsUnderTheMinimumOnSundayWaitsAWholeWeek() {
        SettlementTerms weekly = terms(SettlementPeriod.WEEKLY, 1_000, false);
        Decision onSunday = decide(100, 0, null, weekly, SUNDAY);
        assertThat(onSunday).isEqualTo(carried(100, CarryReason.UNDER_MINIMUM, SUNDAY.plusDays(7)));
        assertThat(decide(2_000, 100, onSunday.dueOn(), weekly, SUNDAY.plusDays(1)))
                .isEqualTo(carried(2_100, CarryReason.NOT_DUE, SUNDAY.plusDays(7)));
    }

    @Test
    void aMonthIsPaidOnItsLastDay() {
        SettlementTerms monthly = terms(SettlementPeriod.MONTHLY, 0, false);
        assertThat(decide(100, 0, null, monthly, MONDAY)).isEqualTo(carried(100, CarryReason.NOT_DUE, NEW_YEARS_EVE));
        assertThat(decide(1, 100, NEW_YEARS_EVE, monthly, NEW_YEARS_EVE).outcome())
                .isEqualTo(Outcome.PAYOUT);
        assertThat(decide(-100, 0, null, monthly, MONDAY))
                .isEqualTo(carried(-100, CarryReason.NEGATIVE, NEW_YEARS_EVE));
    }

    @Test
    void aRefusedPayoutOfAWeeklyFranchiseIsTriedWithTheNextCycle() {
        SettlementTerms weekly = terms(SettlementPeriod.WEEKLY, 0, false);
        assertThat(decide(50, 150, MONDAY, weekly, MONDAY).outcome()).isEqualTo(Outcome.PAYOUT);
    }

    @Test
    void aNegativeMinimumIsNone() {
        assertThatThrownBy(() -> terms(SettlementPeriod.DAILY, -1, false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SettlementTerms terms(SettlementPeriod period, long minimum, boolean hold) {
        return new SettlementTerms(period, won(minimum), hold);
    }

    private static Decision decide(
            long net, long carriedIn, @Nullable LocalDate dueOn, SettlementTerms terms, LocalDate day) {
        return Decision.of(won(net), won(carriedIn), dueOn, terms, day);
    }

    private static Decision carried(long amount, CarryReason reason, LocalDate dueOn) {
        return new Decision(Outcome.CARRIED, won(amount), reason, dueOn);
    }
}
