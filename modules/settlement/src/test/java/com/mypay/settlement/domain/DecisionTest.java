package com.mypay.settlement.domain;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.CarryOver.Part;
import com.mypay.settlement.domain.Decision.Waiting;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final LocalDate MONDAY = LocalDate.of(2011, 12, 5);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate SUNDAY = LocalDate.of(2011, 12, 11);
    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2011, 12, 31);

    @Test
    void whatADayEarnsIsPaid() {
        assertThat(decide(97_500, 0, SettlementTerms.USUAL, MONDAY)).isEqualTo(paid(97_500));
    }

    @Test
    void whatIsOwedWaitsForTheNextDay() {
        assertThat(decide(-500, 0, SettlementTerms.USUAL, MONDAY))
                .isEqualTo(carried(-500, CarryReason.NEGATIVE, TUESDAY));
        assertThat(decide(-500, 0, terms(SettlementPeriod.MONTHLY, 0, false), MONDAY))
                .isEqualTo(carried(-500, CarryReason.NEGATIVE, TUESDAY));
    }

    @Test
    void whatIsOwedIsTakenOffTheNextDay() {
        assertThat(decide(1_500, -500, SettlementTerms.USUAL, MONDAY)).isEqualTo(paid(1_000));
        assertThat(decide(400, -500, SettlementTerms.USUAL, MONDAY))
                .isEqualTo(carried(-100, CarryReason.NEGATIVE, TUESDAY));
    }

    @Test
    void nothingIsNeitherPaidNorCarriedOver() {
        assertThat(decide(0, 0, terms(SettlementPeriod.DAILY, 1_000, true), MONDAY)
                        .outcome())
                .isEqualTo(Outcome.NOTHING_DUE);
        assertThat(decide(500, -500, SettlementTerms.USUAL, MONDAY).outcome()).isEqualTo(Outcome.NOTHING_DUE);
    }

    @Test
    void anAmountUnderTheMinimumWaitsUntilItIsEnough() {
        SettlementTerms terms = terms(SettlementPeriod.DAILY, 10_000, false);
        assertThat(decide(9_999, 0, terms, MONDAY)).isEqualTo(carried(9_999, CarryReason.UNDER_MINIMUM, TUESDAY));
        assertThat(decide(1, 9_999, terms, TUESDAY)).isEqualTo(paid(10_000));
        assertThat(decide(10_000, 0, terms, MONDAY)).isEqualTo(paid(10_000));
    }

    @Test
    void aHeldFranchiseIsNotPaidHoweverMuchItIs() {
        assertThat(decide(97_500, 0, terms(SettlementPeriod.DAILY, 0, true), MONDAY))
                .isEqualTo(carried(97_500, CarryReason.HELD, TUESDAY));
        assertThat(decide(50, 150, terms(SettlementPeriod.WEEKLY, 0, true), MONDAY))
                .isEqualTo(new Decision(
                        won(0),
                        List.of(
                                new Waiting(Part.DECIDED, won(150), CarryReason.HELD, SUNDAY),
                                new Waiting(Part.LATER, won(50), CarryReason.HELD, SUNDAY))));
    }

    @Test
    void aWeekIsPaidOnSunday() {
        SettlementTerms weekly = terms(SettlementPeriod.WEEKLY, 0, false);
        assertThat(decide(100, 0, weekly, MONDAY)).isEqualTo(later(0, 100, SUNDAY));
        assertThat(decide(0, 150, weekly, SUNDAY)).isEqualTo(paid(150));
    }

    @Test
    void aWeekWhoseSundayWasNotSettledIsPaidAfterwards() {
        SettlementTerms weekly = terms(SettlementPeriod.WEEKLY, 0, false);
        assertThat(decide(50, 150, weekly, SUNDAY.plusDays(2))).isEqualTo(later(150, 50, SUNDAY.plusDays(7)));
    }

    @Test
    void whatIsUnderTheMinimumOnSundayWaitsAWholeWeek() {
        SettlementTerms weekly = terms(SettlementPeriod.WEEKLY, 1_000, false);
        assertThat(decide(100, 0, weekly, SUNDAY))
                .isEqualTo(carried(100, CarryReason.UNDER_MINIMUM, SUNDAY.plusDays(7)));
    }

    @Test
    void aMonthIsPaidOnItsLastDay() {
        SettlementTerms monthly = terms(SettlementPeriod.MONTHLY, 0, false);
        assertThat(decide(100, 0, monthly, MONDAY)).isEqualTo(later(0, 100, NEW_YEARS_EVE));
        assertThat(decide(1, 100, monthly, NEW_YEARS_EVE)).isEqualTo(paid(101));
    }

    @Test
    void aHalfOfAMonthIsPaidOnItsLastDay() {
        SettlementTerms twice = terms(SettlementPeriod.SEMIMONTHLY, 0, false);
        LocalDate fifteenth = LocalDate.of(2011, 12, 15);
        assertThat(decide(100, 0, twice, MONDAY)).isEqualTo(later(0, 100, fifteenth));
        assertThat(decide(100, 0, twice, fifteenth)).isEqualTo(paid(100));
        assertThat(decide(100, 0, twice, fifteenth.plusDays(1))).isEqualTo(later(0, 100, NEW_YEARS_EVE));
        assertThat(SettlementPeriod.SEMIMONTHLY.lastDay(LocalDate.of(2012, 2, 16)))
                .isEqualTo(LocalDate.of(2012, 2, 29));
    }

    @Test
    void aRefusedPayoutOfAWeeklyFranchiseIsTriedWithTheNextCycle() {
        SettlementTerms weekly = terms(SettlementPeriod.WEEKLY, 0, false);
        assertThat(decide(50, 150, weekly, MONDAY)).isEqualTo(later(150, 50, SUNDAY));
    }

    @Test
    void someBusinessDaysLaterIsCountedByTheCalendar() {
        SettlementTerms twoDays = delayed(SettlementPeriod.DAILY, 2);
        LocalDate thursday = MONDAY.plusDays(3);
        assertThat(decide(100, 0, twoDays, MONDAY)).isEqualTo(later(0, 100, MONDAY.plusDays(2)));
        assertThat(decide(100, 70, twoDays, thursday)).isEqualTo(later(70, 100, MONDAY.plusDays(7)));
        assertThat(delayed(SettlementPeriod.WEEKLY, 1).dueOn(MONDAY, DecisionTest::calendar))
                .isEqualTo(SUNDAY.plusDays(1));
        assertThat(delayed(SettlementPeriod.DAILY, 0).dueOn(SUNDAY, DecisionTest::calendar))
                .isEqualTo(SUNDAY);
    }

    @Test
    void whatIsOwedIsTakenOffWhatIsNotDueYet() {
        SettlementTerms twoDays = delayed(SettlementPeriod.DAILY, 2);
        LocalDate wednesday = MONDAY.plusDays(2);
        assertThat(decide(100, -30, twoDays, MONDAY)).isEqualTo(later(0, 70, wednesday));
        assertThat(decide(100, -100, twoDays, MONDAY).outcome()).isEqualTo(Outcome.NOTHING_DUE);
        assertThat(decide(100, -130, twoDays, MONDAY)).isEqualTo(carried(-30, CarryReason.NEGATIVE, TUESDAY));
        assertThat(decide(-100, 130, twoDays, MONDAY)).isEqualTo(paid(30));
    }

    @Test
    void aReserveIsKeptBackAndRoundedDown() {
        Decision decision = decide(999, 0, reserving(1_000, 30), MONDAY);
        assertThat(decision)
                .isEqualTo(new Decision(
                        won(900),
                        List.of(new Waiting(Part.RESERVE, won(99), CarryReason.RESERVED, MONDAY.plusDays(30)))));
        assertThat(decision.outcome()).isEqualTo(Outcome.PAYOUT);
        assertThat(decide(9, 0, reserving(1_000, 30), MONDAY)).isEqualTo(paid(9));
    }

    @Test
    void nothingIsKeptBackOfWhatIsFreeAgainOrOwed() {
        SettlementTerms terms = reserving(1_000, 30);
        assertThat(decide(0, 5_000, terms, MONDAY)).isEqualTo(paid(5_000));
        assertThat(decide(-500, 0, terms, MONDAY)).isEqualTo(carried(-500, CarryReason.NEGATIVE, TUESDAY));
        assertThat(decide(1_000, -1_500, terms, MONDAY)).isEqualTo(carried(-500, CarryReason.NEGATIVE, TUESDAY));
        assertThat(decide(1_000, -950, terms, MONDAY))
                .isEqualTo(new Decision(
                        won(0),
                        List.of(new Waiting(Part.RESERVE, won(50), CarryReason.RESERVED, MONDAY.plusDays(30)))));
    }

    @Test
    void whateverIsDecidedNothingIsLost() {
        for (SettlementTerms terms : List.of(
                SettlementTerms.USUAL,
                terms(SettlementPeriod.WEEKLY, 700, false),
                terms(SettlementPeriod.DAILY, 0, true),
                delayed(SettlementPeriod.DAILY, 3),
                reserving(3_333, 10),
                new SettlementTerms(
                        SettlementPeriod.MONTHLY, won(50), true, 5, new Reserve(BasisPoints.basisPoints(10_000), 1)))) {
            for (long net : new long[] {-1_000, -1, 0, 1, 333, 1_000}) {
                for (long in : new long[] {-1_200, -1_000, -1, 0, 1, 999}) {
                    Decision decision = decide(net, in, terms, MONDAY);
                    Won waiting =
                            decision.waiting().stream().map(Waiting::amount).reduce(Won.ZERO, Won::plus);
                    assertThat(decision.payout().plus(waiting)).isEqualTo(won(net + in));
                    assertThat(decision.payout().isNegative()).isFalse();
                    assertThat(decision.waiting().stream().map(Waiting::part)).doesNotHaveDuplicates();
                    assertThat(decision.waiting()).allMatch(each -> each.dueOn().isAfter(MONDAY));
                }
            }
        }
    }

    /** A cycle from before took everything that was open. */
    @Test
    void whatWasCollectedComesOutAgain() {
        SettlementTerms weekly = terms(SettlementPeriod.WEEKLY, 0, false);
        SettlementTerms monthly = terms(SettlementPeriod.MONTHLY, 0, false);
        assertThat(collected(50, 100, SUNDAY, weekly, TUESDAY)).isEqualTo(carried(150, CarryReason.NOT_DUE, SUNDAY));
        assertThat(collected(50, 150, MONDAY, weekly, MONDAY)).isEqualTo(paid(200));
        assertThat(collected(-100, 0, null, monthly, MONDAY))
                .isEqualTo(carried(-100, CarryReason.NEGATIVE, NEW_YEARS_EVE));
        assertThat(collected(97_500, 0, null, terms(SettlementPeriod.DAILY, 0, true), MONDAY))
                .isEqualTo(carried(97_500, CarryReason.HELD, TUESDAY));
        assertThat(collected(100, 0, null, terms(SettlementPeriod.WEEKLY, 1_000, false), SUNDAY))
                .isEqualTo(carried(100, CarryReason.UNDER_MINIMUM, SUNDAY.plusDays(7)));
        assertThat(collected(5, -5, MONDAY, weekly, MONDAY).outcome()).isEqualTo(Outcome.NOTHING_DUE);
    }

    @Test
    void termsThatMeanNothingAreNone() {
        assertThatThrownBy(() -> terms(SettlementPeriod.DAILY, -1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> delayed(SettlementPeriod.DAILY, 11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reserving(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Without holidays. */
    private static BusinessCalendar calendar(LocalDate end) {
        assertThat(end).isAfterOrEqualTo(MONDAY);
        return new BusinessCalendar(Set.of());
    }

    private static SettlementTerms terms(SettlementPeriod period, long minimum, boolean hold) {
        return new SettlementTerms(period, won(minimum), hold);
    }

    private static SettlementTerms delayed(SettlementPeriod period, int businessDays) {
        return new SettlementTerms(period, won(0), false, businessDays, Reserve.NONE);
    }

    private static SettlementTerms reserving(int basisPoints, int days) {
        Reserve reserve = new Reserve(BasisPoints.basisPoints(basisPoints), days);
        return new SettlementTerms(SettlementPeriod.DAILY, won(0), false, 0, reserve);
    }

    private static Decision decide(long net, long carriedIn, SettlementTerms terms, LocalDate day) {
        return Decision.of(won(net), won(carriedIn), terms, day, terms.dueOn(day, DecisionTest::calendar));
    }

    private static Decision collected(
            long net, long carriedIn, @Nullable LocalDate dueOn, SettlementTerms terms, LocalDate day) {
        return Decision.collected(won(net), won(carriedIn), dueOn, terms, day);
    }

    private static Decision paid(long amount) {
        return new Decision(won(amount), List.of());
    }

    private static Decision carried(long amount, CarryReason reason, LocalDate dueOn) {
        return new Decision(won(0), List.of(new Waiting(Part.DECIDED, won(amount), reason, dueOn)));
    }

    private static Decision later(long payout, long amount, LocalDate dueOn) {
        return new Decision(won(payout), List.of(new Waiting(Part.LATER, won(amount), CarryReason.NOT_DUE, dueOn)));
    }
}
