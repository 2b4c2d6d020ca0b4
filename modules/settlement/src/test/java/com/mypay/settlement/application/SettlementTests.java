package com.mypay.settlement.application;

import static com.mypay.framework.value.Won.won;
import static com.mypay.settlement.SettlementHouse.MONDAY;
import static com.mypay.settlement.SettlementHouse.franchise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.Problem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.application.FindCycles.CycleNow;
import com.mypay.settlement.application.FindSettlements.Statement;
import com.mypay.settlement.application.message.CycleSettled;
import com.mypay.settlement.application.message.FirmbankingRequested;
import com.mypay.settlement.application.message.FirmbankingResult.Status;
import com.mypay.settlement.application.message.FranchiseChanged;
import com.mypay.settlement.application.message.PayoutCompleted;
import com.mypay.settlement.application.message.SlipIssued;
import com.mypay.settlement.domain.CarryOver;
import com.mypay.settlement.domain.CarryReason;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleFigures.Figure;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.CycleStatus;
import com.mypay.settlement.domain.DateRange;
import com.mypay.settlement.domain.FranchiseRange;
import com.mypay.settlement.domain.FrozenSlips;
import com.mypay.settlement.domain.Outcome;
import com.mypay.settlement.domain.Payout;
import com.mypay.settlement.domain.PayoutStatus;
import com.mypay.settlement.domain.RangeFigures;
import com.mypay.settlement.domain.Settlement;
import com.mypay.settlement.domain.SettlementLine;
import com.mypay.settlement.domain.SettlementPeriod;
import com.mypay.settlement.domain.Settlements.LineOfSlip;
import com.mypay.settlement.domain.SlipId;
import com.mypay.settlement.domain.SlipKind;
import com.mypay.settlement.domain.Slips.SlipCounts;
import com.mypay.settlement.domain.StepCount;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Business days that are settled; in memory and on the database. */
abstract class SettlementTests {

    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);
    private static final LocalDate SUNDAY = MONDAY.plusDays(6);
    private static final PageRequest ALL = new PageRequest("", 100);
    private static final Caller STAFF = Caller.staff("kim", "operator");

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    SettlementHouse house = SettlementHouse.inMemory();

    abstract SettlementHouse newHouse();

    @BeforeEach
    void open() {
        house = newHouse();
    }

    @Test
    void aDayIsSettledAndPaidOut() {
        house.payment(2001, 100_000, MONDAY);
        house.payment(2001, 999, MONDAY);
        house.cancellation(2001, 30_000, 100_000, MONDAY);
        house.payment(2002, 39, MONDAY);
        Cycle cycle = house.settleAndPay(MONDAY);
        assertThat(cycle.status()).isEqualTo(CycleStatus.CLOSED);
        assertThat(cycle.frozen()).isEqualTo(new FrozenSlips(3, 1, won(101_038), won(30_000)));
        assertThat(cycle.commission()).contains(won(2_500 + 24 - 750));
        assertThat(cycle.net()).contains(won(97_500 + 975 - 29_250 + 39));
        assertThat(cycle.rounding()).contains(won(0));
        assertThat(cycle.franchises()).contains(2L);
        assertThat(cycle.members()).contains(1L);
        CycleNow now = house.findCycles.ofDate(MONDAY);
        assertThat(now.needsALook()).isFalse();
        assertThat(now.figures().payouts(PayoutStatus.COMPLETED)).isEqualTo(figure(2, 69_264));
        assertThat(house.outbox.bodies("cycle-settled.v1", CycleSettled.class))
                .containsExactly(new CycleSettled(cycle.id().value(), MONDAY, 1_774, 0, 0));
        assertThat(house.outbox.bodies("payout-completed.v1", PayoutCompleted.class))
                .extracting(PayoutCompleted::franchiseId, PayoutCompleted::amountWon)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2001L, 69_225L),
                        org.assertj.core.groups.Tuple.tuple(2002L, 39L));
    }

    @Test
    void aPayoutGoesFromTheCorporateAccountToTheFranchise() {
        house.payment(2001, 1_000, MONDAY);
        house.settle(MONDAY);
        assertThat(house.outbox.sent()).hasSize(1);
        FirmbankingRequested request = house.requests().get(0);
        assertThat(house.outbox.sent().get(0).id())
                .isEqualTo(request.requestId())
                .startsWith("payout-");
        assertThat(house.outbox.sent().get(0).destination()).isEqualTo("banking.firmbanking-requests");
        assertThat(request.amountWon()).isEqualTo(975);
        assertThat(request.from().kind()).isEqualTo("CORPORATE");
        assertThat(request.to().memberId()).isEqualTo(2001L);
        assertThat(request.purpose()).isEqualTo("PAYOUT");
    }

    @Test
    void anyAmountCanBeExplainedByItsSlips() {
        SlipIssued paid = house.payment(2001, 100_000, MONDAY);
        SlipIssued cancelled = house.cancellation(2001, 30_000, 100_000, MONDAY);
        house.payment(2002, 500, MONDAY);
        Cycle cycle = house.settleAndPay(MONDAY);
        Page<LineOfSlip> lines = house.findSettlements.lines(STAFF, cycle.id(), franchise(2001), ALL);
        assertThat(lines.items())
                .extracting(line -> line.slip().id().value())
                .containsExactly(paid.slipId(), cancelled.slipId());
        LineOfSlip line =
                house.explainLine.explain(STAFF, new SlipId(cancelled.slipId())).line();
        assertThat(line.cycleDate()).isEqualTo(MONDAY);
        assertThat(line.line().kind()).isEqualTo(SlipKind.CANCELLATION);
        assertThat(line.line().commission()).isEqualTo(won(-750));
        assertThat(line.line().net()).isEqualTo(won(-29_250));
        assertThat(line.slip()).isEqualTo(cancelled.toSlip());
    }

    @Test
    void aCancellationOfAnEarlierDaysPaymentIsTakenOffTheDayItComes() {
        house.payment(2001, 100_000, MONDAY);
        house.settleAndPay(MONDAY);
        house.cancellation(2001, 30_000, 100_000, TUESDAY);
        house.payment(2001, 50_000, TUESDAY);
        Cycle tuesday = house.settleAndPay(TUESDAY);
        assertThat(tuesday.commission()).contains(won(1_250 - 750));
        assertThat(house.findCycles.ofDate(TUESDAY).figures().payouts(PayoutStatus.COMPLETED))
                .isEqualTo(figure(1, 48_750 - 29_250));
    }

    @Test
    void aFranchiseThatOwesIsCarriedOverAndSettlesUpLater() {
        house.cancellation(2001, 30_000, 100_000, MONDAY);
        house.settleAndPay(MONDAY);
        CycleNow monday = house.findCycles.ofDate(MONDAY);
        assertThat(monday.figures().carried(CarryReason.NEGATIVE)).isEqualTo(figure(1, -29_250));
        assertThat(monday.needsALook()).isFalse();
        house.payment(2001, 100_000, TUESDAY);
        house.settleAndPay(TUESDAY);
        CycleNow tuesday = house.findCycles.ofDate(TUESDAY);
        assertThat(tuesday.figures().carriedIn()).isEqualTo(won(-29_250));
        assertThat(tuesday.figures().payouts(PayoutStatus.COMPLETED)).isEqualTo(figure(1, 97_500 - 29_250));
        assertThat(house.findSettlements.openCarryOvers(null, ALL).items()).isEmpty();
    }

    @Test
    void aFranchiseThatOwesAndSellsNothingStaysOutOfTheNextCycle() {
        house.cancellation(2001, 30_000, 100_000, MONDAY);
        house.settleAndPay(MONDAY);
        house.payment(2002, 1_000, TUESDAY);
        assertThat(house.settleAndPay(TUESDAY).franchises()).contains(1L);
        assertThat(house.findSettlements
                        .openCarryOvers(CarryReason.NEGATIVE, ALL)
                        .items())
                .extracting(CarryOver::franchiseId)
                .containsExactly(franchise(2001));
        assertThat(house.findSettlements
                        .openCarryOvers(CarryReason.REFUSED, ALL)
                        .items())
                .isEmpty();
    }

    @Test
    void anAmountUnderTheMinimumWaitsUntilItIsEnough() {
        house.terms(2001, SettlementPeriod.DAILY, 1_000, false);
        house.payment(2001, 800, MONDAY);
        house.settleAndPay(MONDAY);
        assertThat(house.findCycles.ofDate(MONDAY).figures().carried(CarryReason.UNDER_MINIMUM))
                .isEqualTo(figure(1, 780));
        house.payment(2001, 400, TUESDAY);
        house.settleAndPay(TUESDAY);
        assertThat(house.findCycles.ofDate(TUESDAY).figures().payouts(PayoutStatus.COMPLETED))
                .isEqualTo(figure(1, 1_170));
    }

    @Test
    void aHeldFranchiseIsPaidOnceStaffLetsItAlsoWithoutNewSlips() {
        house.terms(2001, SettlementPeriod.DAILY, 0, true);
        house.payment(2001, 1_000, MONDAY);
        house.settleAndPay(MONDAY);
        assertThat(house.findCycles.ofDate(MONDAY).figures().carried(CarryReason.HELD))
                .isEqualTo(figure(1, 975));
        house.payment(2002, 1_000, TUESDAY);
        house.settleAndPay(TUESDAY);
        assertThat(house.findCycles.ofDate(TUESDAY).figures().franchises()).isEqualTo(1);
        house.terms(2001, SettlementPeriod.DAILY, 0, false);
        Cycle wednesday = house.settleAndPay(MONDAY.plusDays(2));
        assertThat(wednesday.frozen().slips()).isZero();
        assertThat(wednesday.franchises()).contains(1L);
        assertThat(house.findCycles.ofDate(MONDAY.plusDays(2)).figures().payouts(PayoutStatus.COMPLETED))
                .isEqualTo(figure(1, 975));
    }

    @Test
    void aWeeklyFranchiseIsPaidWithSundaysCycle() {
        house.terms(2001, SettlementPeriod.WEEKLY, 0, false);
        house.payment(2001, 1_000, MONDAY);
        house.settleAndPay(MONDAY);
        house.payment(2001, 2_000, TUESDAY);
        house.settleAndPay(TUESDAY);
        assertThat(house.findCycles.ofDate(TUESDAY).figures().carried(CarryReason.NOT_DUE))
                .isEqualTo(figure(1, 1_950));
        house.settleAndPay(SUNDAY);
        assertThat(house.findCycles.ofDate(SUNDAY).figures().payouts(PayoutStatus.COMPLETED))
                .isEqualTo(figure(1, 2_925));
    }

    @Test
    void aDelayedFranchiseIsPaidEachDaysEarningsSomeBusinessDaysLater() {
        house.delayed(2001, 2);
        house.payment(2001, 1_000, THURSDAY);
        house.settleAndPay(THURSDAY);
        house.payment(2001, 2_000, THURSDAY.plusDays(1));
        house.settleAndPay(THURSDAY.plusDays(1));
        assertThat(house.requests()).isEmpty();
        assertThat(house.findSettlements.openCarryOvers(null, ALL).items())
                .extracting(CarryOver::dueOn)
                .containsExactly(THURSDAY.plusDays(4), THURSDAY.plusDays(5));
        LocalDate nextMonday = THURSDAY.plusDays(4);
        house.payment(2001, 4_000, nextMonday);
        house.settleAndPay(nextMonday);
        Statement statement = house.findSettlements.statement(STAFF, franchise(2001), nextMonday);
        assertThat(statement.settlement().outcome()).isEqualTo(Outcome.PAYOUT);
        assertThat(statement.payout().orElseThrow().amount()).isEqualTo(won(975));
        assertThat(statement.carryOvers())
                .extracting(CarryOver::part, CarryOver::amount, CarryOver::dueOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(CarryOver.Part.LATER, won(3_900), nextMonday.plusDays(2)));
        assertThat(house.findCycles.ofDate(nextMonday).figures().carriedFranchises())
                .isEqualTo(1);
        house.settleAndPay(nextMonday.plusDays(1));
        house.settleAndPay(nextMonday.plusDays(2));
        assertThat(house.requests()).extracting(FirmbankingRequested::amountWon).containsExactly(975L, 1_950L, 3_900L);
        assertThat(house.findSettlements.openCarryOvers(null, ALL).items()).isEmpty();
    }

    @Test
    void aHoldStopsAlsoWhatWasEarnedBeforeIt() {
        house.delayed(2001, 1);
        house.payment(2001, 1_000, MONDAY);
        house.settleAndPay(MONDAY);
        house.terms(2001, new FranchiseChanged.Terms(SettlementPeriod.DAILY, 0, true, 1, null, null));
        house.payment(2001, 2_000, TUESDAY);
        house.settleAndPay(TUESDAY);
        assertThat(house.requests()).isEmpty();
        assertThat(house.findSettlements.openCarryOvers(CarryReason.HELD, ALL).items())
                .extracting(CarryOver::amount)
                .containsExactly(won(975), won(1_950));
        house.delayed(2001, 1);
        house.settleAndPay(TUESDAY.plusDays(1));
        assertThat(house.requests()).extracting(FirmbankingRequested::amountWon).containsExactly(2_925L);
    }

    @Test
    void aReserveIsPaidWhenItsDaysAreOver() {
        house.reserving(2001, 1_000, 3);
        house.payment(2001, 1_000, MONDAY);
        house.settleAndPay(MONDAY);
        CycleNow monday = house.findCycles.ofDate(MONDAY);
        assertThat(monday.figures().payouts(PayoutStatus.COMPLETED)).isEqualTo(figure(1, 878));
        assertThat(monday.figures().carried(CarryReason.RESERVED)).isEqualTo(figure(1, 97));
        assertThat(monday.figures().addUp()).isTrue();
        house.payment(2001, 2_000, TUESDAY);
        house.settleAndPay(TUESDAY);
        house.settleAndPay(MONDAY.plusDays(3));
        assertThat(house.requests()).extracting(FirmbankingRequested::amountWon).containsExactly(878L, 1_755L, 97L);
        assertThat(house.findSettlements
                        .openCarryOvers(CarryReason.RESERVED, ALL)
                        .items())
                .extracting(CarryOver::amount)
                .containsExactly(won(195));
    }

    /** The bank refuses the payout of a settlement that passes on two parts already. */
    @Test
    void aRefusedPayoutStandsBesideWhatIsKeptBack() {
        house.reserving(2001, 1_000, 30);
        house.payment(2001, 1_000, MONDAY);
        CycleId id = house.settle(MONDAY);
        house.answerAll(Status.REFUSED);
        house.closeCycle.close(id);
        assertThat(house.findSettlements
                        .statement(STAFF, franchise(2001), MONDAY)
                        .carryOvers())
                .extracting(CarryOver::part, CarryOver::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(CarryOver.Part.REFUSED, won(878)),
                        org.assertj.core.groups.Tuple.tuple(CarryOver.Part.RESERVE, won(97)));
        assertThat(house.findCycles.ofDate(MONDAY).figures().addUp()).isTrue();
        house.settleAndPay(TUESDAY);
        assertThat(house.requests()).extracting(FirmbankingRequested::amountWon).containsExactly(878L, 878L);
    }

    @Test
    void vatOnTheCommissionIsTakenOffAndItsResidueBooked() {
        house.commission(2001, 1_000);
        house.commission(2002, 1_000);
        house.payment(2001, 1_000, MONDAY);
        house.payment(2002, 1_000, MONDAY);
        Cycle cycle = house.settleAndPay(MONDAY);
        assertThat(house.requests()).extracting(FirmbankingRequested::amountWon).containsExactly(972L, 972L);
        assertThat(cycle.vat()).contains(won(6));
        assertThat(cycle.vatRounding()).contains(won(1));
        assertThat(house.outbox.bodies("cycle-settled.v1", CycleSettled.class))
                .containsExactly(new CycleSettled(cycle.id().value(), MONDAY, 50, 1, 5));
        assertThat(house.findCycles.ofDate(MONDAY).figures().addUp()).isTrue();
        house.cancellation(2001, 1_000, 1_000, TUESDAY);
        house.settleAndPay(TUESDAY);
        assertThat(house.findCycles.ofDate(TUESDAY).figures().carried(CarryReason.NEGATIVE))
                .isEqualTo(figure(1, -972));
    }

    @Test
    void aMonthsVolumeLowersTheCommission() {
        house.commission(2001, 0, new FranchiseChanged.Tier(1_500, 100));
        house.payment(2001, 1_000, MONDAY);
        house.settleAndPay(MONDAY);
        house.payment(2001, 1_000, TUESDAY);
        Cycle tuesday = house.settleAndPay(TUESDAY);
        assertThat(tuesday.rebate()).contains(won(5));
        house.cancellation(2001, 1_000, 1_000, THURSDAY);
        house.payment(2001, 2_000, THURSDAY);
        house.settleAndPay(THURSDAY);
        LocalDate nextMonth = LocalDate.of(2012, 1, 2);
        house.clock.set(nextMonth.atTime(5, 0).toInstant(java.time.ZoneOffset.UTC));
        house.payment(2001, 1_000, nextMonth);
        house.settleAndPay(nextMonth);
        assertThat(house.requests())
                .extracting(FirmbankingRequested::amountWon)
                .containsExactly(975L, 975L + 5, 975L + 10, 975L);
        assertThat(house.outbox.bodies("cycle-settled.v1", CycleSettled.class))
                .extracting(CycleSettled::commissionWon)
                .containsExactly(25L, 20L, 15L, 25L);
    }

    /** What is sealed with a franchise doesn't depend on who is decided beside it. */
    @Test
    void aVolumeIsKeptOnlyWhereThereAreTiers() {
        for (long franchise : new long[] {2001, 2003}) {
            house.commission(franchise, 0, new FranchiseChanged.Tier(1_500, 100));
        }
        for (long franchise = 2001; franchise <= 2003; franchise++) {
            house.payment(franchise, 1_000, MONDAY);
            house.payment(franchise, 1_000, TUESDAY);
        }
        house.settleAndPay(MONDAY);
        CycleId tuesday = house.settleAndPay(TUESDAY).id();

        assertThat(house.transactions.inTransaction(
                        () -> house.settlements.page(tuesday, ALL).items()))
                .extracting(settlement -> settlement.charges().volumeBefore())
                .containsExactly(won(1_000), won(0), won(1_000));
    }

    /** As cycles carried debts over before each was due the next day. */
    @Test
    void aDebtIsTakenByTheNextCycleWheneverItIsDue() {
        for (long franchise = 2001; franchise <= 2003; franchise++) {
            house.payment(franchise, 1_000, MONDAY);
        }
        CycleId monday = house.settleAndPay(MONDAY).id();
        house.transactions.inTransaction(() -> house.carryOvers.addAll(List.of(
                waiting(monday, 2001, CarryOver.Part.DECIDED, -500, SUNDAY),
                waiting(monday, 2002, CarryOver.Part.DECIDED, -500, SUNDAY),
                waiting(monday, 2002, CarryOver.Part.LATER, 300, TUESDAY),
                waiting(monday, 2003, CarryOver.Part.DECIDED, -500, SUNDAY),
                waiting(monday, 2003, CarryOver.Part.LATER, 900, TUESDAY),
                waiting(monday, 2003, CarryOver.Part.RESERVE, 70, SUNDAY))));
        house.payment(2001, 1_000, TUESDAY);
        CycleId tuesday = house.freeze(TUESDAY, 2);

        assertThat(house.transactions.inTransaction(
                        () -> house.carryOvers.due(tuesday, TUESDAY, franchise(2001), franchise(2003))))
                .extracting(CarryOver.Sum::amount)
                .containsExactly(won(-500), won(-200), won(400));
        house.settleRanges(tuesday);
        house.startPayouts.start(tuesday);
        house.payOutAll(tuesday, TUESDAY);
        assertThat(house.requests())
                .extracting(FirmbankingRequested::amountWon)
                .containsExactly(975L, 975L, 975L, 475L, 400L);
    }

    private static CarryOver waiting(CycleId from, long franchise, CarryOver.Part part, long amount, LocalDate dueOn) {
        CarryReason reason = amount < 0 ? CarryReason.NEGATIVE : CarryReason.NOT_DUE;
        return new CarryOver(
                from,
                franchise(franchise),
                part,
                won(amount),
                reason,
                dueOn,
                null,
                dueOn.atStartOfDay().toInstant(java.time.ZoneOffset.UTC));
    }

    @Test
    void whatComesToNothingIsNeitherPaidNorCarriedOver() {
        house.payment(2001, 1_000, MONDAY);
        house.cancellation(2001, 1_000, 1_000, MONDAY);
        Cycle cycle = house.settleAndPay(MONDAY);
        Statement statement = house.findSettlements.statement(STAFF, franchise(2001), MONDAY);
        assertThat(statement.settlement().outcome()).isEqualTo(Outcome.NOTHING_DUE);
        assertThat(statement.payout()).isEmpty();
        assertThat(statement.carryOvers()).isEmpty();
        List<StepCount> counts = house.transactions.inTransaction(() -> house.stepCounts.of(cycle.id()));
        assertThat(counts).contains(new StepCount(PayOut.STEP, 0, 1, 0, 1));
        assertThat(counts).allMatch(StepCount::addsUp);
    }

    @Test
    void aRefusedPayoutIsCarriedOverShownAndTriedAgain() {
        house.payment(2001, 1_000, MONDAY);
        CycleId id = house.settle(MONDAY);
        house.answerAll(Status.REFUSED);
        house.closeCycle.close(id);
        CycleNow monday = house.findCycles.ofDate(MONDAY);
        assertThat(monday.needsALook()).isTrue();
        assertThat(monday.figures().carried(CarryReason.REFUSED)).isEqualTo(figure(1, 975));
        Statement statement = house.findSettlements.statement(STAFF, franchise(2001), MONDAY);
        assertThat(statement.payout().orElseThrow().reasonCode()).contains("ACCOUNT_CLOSED");
        assertThat(statement.carryOvers()).extracting(CarryOver::reason).containsExactly(CarryReason.REFUSED);
        house.settleAndPay(TUESDAY);
        assertThat(house.requests()).hasSize(2);
        assertThat(house.findCycles.ofDate(TUESDAY).figures().payouts(PayoutStatus.COMPLETED))
                .isEqualTo(figure(1, 975));
    }

    @Test
    void aPayoutInDoubtIsNeverSentAgainAndItsAnswerIsTakenInWheneverItComes() {
        house.payment(2001, 1_000, MONDAY);
        CycleId id = house.settle(MONDAY);
        house.answerAll(Status.UNKNOWN);
        assertThat(house.findCycles.openPayouts(id)).isEqualTo(1);
        house.closeCycle.close(id);
        assertThat(house.findCycles.ofDate(MONDAY).needsALook()).isTrue();
        house.payment(2001, 2_000, TUESDAY);
        house.settle(TUESDAY);
        assertThat(house.requests()).extracting(FirmbankingRequested::amountWon).containsExactly(975L, 1_950L);
        house.answer(house.requests().get(0).requestId(), 975, Status.REFUSED);
        assertThat(house.findCycles.ofDate(MONDAY).figures().carried(CarryReason.REFUSED))
                .isEqualTo(figure(1, 975));
        assertThat(house.findCycles.ofDate(MONDAY).figures().addUp()).isTrue();
        assertThat(house.findCycles.openPayouts(id)).isZero();
    }

    @Test
    void anAnswerThatComesTwiceIsTakenOnce() {
        house.payment(2001, 1_000, MONDAY);
        house.settle(MONDAY);
        String requestId = house.requests().get(0).requestId();
        house.answer(requestId, 975, Status.COMPLETED);
        house.answer(requestId, 975, Status.COMPLETED);
        house.answer(requestId, 975, Status.UNKNOWN);
        assertThat(house.outbox.bodies("payout-completed.v1", PayoutCompleted.class))
                .hasSize(1);
    }

    @Test
    void anAnswerToSomethingElseIsPoison() {
        house.payment(2001, 1_000, MONDAY);
        house.settle(MONDAY);
        String requestId = house.requests().get(0).requestId();
        assertThatThrownBy(() -> house.answer("charge-1", 975, Status.COMPLETED))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> house.answer("payout-" + CountingIds.id(99), 975, Status.COMPLETED))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> house.answer(requestId, 976, Status.COMPLETED))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSlipThatComesAfterItsDatesCycleGoesIntoTheNextOne() {
        house.payment(2001, 1_000, MONDAY);
        house.settleAndPay(MONDAY);
        SlipIssued late = house.payment(2001, 2_000, MONDAY);
        assertThat(house.findCycles.slipCounts(MONDAY)).isEqualTo(new SlipCounts(2, 0, 1));
        house.payment(2001, 4_000, TUESDAY);
        Cycle tuesday = house.settleAndPay(TUESDAY);
        assertThat(tuesday.frozen().paymentSlips()).isEqualTo(2);
        assertThat(house.explainLine
                        .explain(STAFF, new SlipId(late.slipId()))
                        .line()
                        .cycleDate())
                .isEqualTo(TUESDAY);
        assertThat(house.findCycles.slipCounts(MONDAY)).isEqualTo(new SlipCounts(2, 0, 0));
    }

    @Test
    void aSlipOfADateThatWasNotSettledWaitsForItsOwnCycle() {
        house.payment(2001, 1_000, MONDAY);
        house.payment(2001, 2_000, TUESDAY);
        assertThat(house.settleAndPay(TUESDAY).frozen().paymentSlips()).isEqualTo(1);
        assertThat(house.settleAndPay(MONDAY).frozen().gross()).isEqualTo(won(1_000));
    }

    @Test
    void aSlipThatIsThereIsNotTakenTwice() {
        SlipIssued slip = house.payment(2001, 1_000, MONDAY);
        assertThatThrownBy(() -> house.takeInSlip.takeIn(slip)).isNotNull();
        assertThat(house.findCycles.slipCounts(MONDAY).paymentSlips()).isEqualTo(1);
    }

    @Test
    void aDateThatIsSettledIsNotSettledAgain() {
        house.payment(2001, 1_000, MONDAY);
        house.settleAndPay(MONDAY);
        house.payment(2001, 1_000, MONDAY);
        assertRefused(() -> house.freeze(MONDAY, 4_711), SettlementProblem.CYCLE_ALREADY_CLOSED);
        assertThat(house.findCycles.slipCounts(MONDAY).waiting()).isEqualTo(1);
    }

    @Test
    void whileAJobRunsASecondOneOfTheSameDateIsRefused() {
        house.payment(2001, 1_000, MONDAY);
        house.freeze(MONDAY, 1);
        house.runningJobs.add(1L);
        assertRefused(() -> house.freeze(MONDAY, 2), SettlementProblem.CYCLE_ALREADY_RUNNING);
        assertThat(house.findCycles.ofDate(MONDAY).cycle().jobInstanceId()).isEqualTo(1);
    }

    @Test
    void theSameJobFindsItsCycleAgain() {
        house.payment(2001, 1_000, MONDAY);
        CycleId id = house.freeze(MONDAY, 1);
        house.runningJobs.add(1L);
        house.payment(2001, 1_000, MONDAY);
        assertThat(house.freeze(MONDAY, 1)).isEqualTo(id);
        assertThat(house.findCycles.byId(id).frozen().slips()).isEqualTo(1);
        house.settleRanges(id);
        house.startPayouts.start(id);
        house.payOutAll(id, MONDAY);
        house.closeCycle.close(id);
        assertThat(house.freeze(MONDAY, 1)).isEqualTo(id);
    }

    @Test
    void aJobThatDiedIsTakenOverWhereItStopped() {
        for (int slip = 0; slip < 20; slip++) {
            house.payment(2001 + slip % 3, 1_000, MONDAY);
        }
        CycleId id = house.freeze(MONDAY, 1);
        List<FranchiseRange> ranges = house.findWork.ranges(house.findCycles.byId(id));
        house.settleRange(id, 0, ranges.get(0), 1);
        house.settleRange(id, 1, ranges.get(1), 2);
        assertThat(house.freeze(MONDAY, 2)).isEqualTo(id);
        assertThat(house.findCycles.byId(id).jobInstanceId()).isEqualTo(2);
        house.settleRanges(id);
        house.startPayouts.start(id);
        house.payOutAll(id, MONDAY);
        house.payOutAll(id, MONDAY);
        house.startPayouts.start(id);
        house.answerAll(Status.COMPLETED);
        house.closeCycle.close(id);
        house.closeCycle.close(id);
        assertThat(house.findCycles.byId(id).net()).contains(won(20 * 975));
        assertThat(house.findCycles.ofDate(MONDAY).figures().payouts(PayoutStatus.COMPLETED))
                .isEqualTo(figure(3, 20 * 975));
        assertThat(house.outbox.bodies("cycle-settled.v1", CycleSettled.class)).hasSize(1);
    }

    @Test
    void aLineThatIsThereIsNotWrittenTwice() {
        SlipIssued slip = house.payment(2001, 1_000, MONDAY);
        CycleId id = house.freeze(MONDAY, 1);
        SettleSlips.Command chunk = new SettleSlips.Command(id, 0, List.of(SettlementLine.of(slip.toSlip())));
        house.settleSlips.settle(chunk);
        assertThatThrownBy(() -> house.settleSlips.settle(chunk)).isNotNull();
        assertThat(house.findCycles.ofDate(MONDAY).figures().settled().slips()).isEqualTo(1);
    }

    @Test
    void aSettlementIsDecidedOnce() {
        house.payment(2001, 1_000, MONDAY);
        CycleId id = house.freeze(MONDAY, 1);
        house.settleRanges(id);
        house.startPayouts.start(id);
        List<Settlement> undecided = house.findWork.undecided(id, 0, 10);
        house.payOut.payOut(new PayOut.Command(id, MONDAY, undecided));
        assertThatThrownBy(() -> house.payOut.payOut(new PayOut.Command(id, MONDAY, undecided)))
                .isNotNull();
        assertThat(house.requests()).hasSize(1);
    }

    @Test
    void noMoneyMovesBeforeTheLinesComeToWhatWasFrozen() {
        house.payment(2001, 1_000, MONDAY);
        house.payment(2002, 1_000, MONDAY);
        CycleId id = house.freeze(MONDAY, 1);
        house.settleRange(id, 0, new FranchiseRange(franchise(1), franchise(2001)), Integer.MAX_VALUE);
        assertRefused(() -> house.startPayouts.start(id), SettlementProblem.CYCLE_DOES_NOT_ADD_UP);
        assertThat(house.findCycles.byId(id).status()).isEqualTo(CycleStatus.FROZEN);
    }

    @Test
    void aCycleWithAnUndecidedFranchiseIsNotClosed() {
        house.payment(2001, 1_000, MONDAY);
        CycleId id = house.freeze(MONDAY, 1);
        house.settleRanges(id);
        house.startPayouts.start(id);
        assertRefused(() -> house.closeCycle.close(id), SettlementProblem.CYCLE_DOES_NOT_ADD_UP);
        assertThat(house.outbox.sent()).isEmpty();
    }

    @Test
    void aDateThatHasNotBegunIsNotSettled() {
        house.clock.setInSeoul("2011-12-05T00:00");
        assertRefused(() -> house.freeze(TUESDAY, 1), SettlementProblem.BUSINESS_DATE_IN_FUTURE);
        assertThat(house.findCycles.openedOn(TUESDAY)).isEmpty();
        house.freeze(MONDAY, 1);
    }

    @Test
    void aDayWithoutSlipsIsSettledToo() {
        Cycle cycle = house.settleAndPay(MONDAY);
        assertThat(cycle.status()).isEqualTo(CycleStatus.CLOSED);
        assertThat(cycle.franchises()).contains(0L);
    }

    @Test
    void whatIsWrittenAsADateIsOneOrIsRefused() {
        assertThat(BusinessDates.parse("2011-12-05")).isEqualTo(MONDAY);
        for (@Nullable String wrong : new @Nullable String[] {null, "", "5.12.2011", "2011-13-01", "2011-02-29 "}) {
            assertRefused(() -> BusinessDates.parse(wrong), SettlementProblem.BUSINESS_DATE_MALFORMED);
        }
        assertRefused(() -> BusinessDates.parse("2011-02-30"), SettlementProblem.BUSINESS_DATE_MALFORMED);
        assertRefused(() -> BusinessDates.parse("0000-01-01"), SettlementProblem.BUSINESS_DATE_MALFORMED);
    }

    @Test
    void newerTermsHoldAndLateOlderOnesDoNot() {
        house.terms(2001, SettlementPeriod.DAILY, 0, false);
        house.terms(2001, SettlementPeriod.MONTHLY, 5, true);
        house.transactions.inTransaction(() -> {
            var franchise = house.franchises.find(franchise(2001)).orElseThrow();
            assertThat(franchise.terms().period()).isEqualTo(SettlementPeriod.MONTHLY);
            assertThat(franchise.terms().minimumPayout()).isEqualTo(won(5));
            assertThat(franchise.terms().hold()).isTrue();
        });
    }

    @Test
    void theDatesThatWaitFollowTheLatestCycle() {
        assertThat(house.findCycles.datesToSettle(SUNDAY)).isEmpty();
        house.payment(2001, 1_000, MONDAY);
        house.payment(2001, 1_000, MONDAY.plusDays(2));
        assertThat(house.findCycles.datesToSettle(TUESDAY)).containsExactly(MONDAY, TUESDAY);
        house.settleAndPay(MONDAY);
        assertThat(house.findCycles.datesToSettle(MONDAY.plusDays(2))).containsExactly(TUESDAY, MONDAY.plusDays(2));
        assertThat(house.findCycles.datesToSettle(MONDAY)).isEmpty();
    }

    @Test
    void aDateThatWasPassedOverWaitsUntilItIsSettled() {
        house.payment(2001, 1_000, MONDAY);
        house.payment(2001, 2_000, MONDAY.plusDays(3));
        house.settleAndPay(MONDAY.plusDays(3));
        assertThat(house.findCycles.datesToSettle(MONDAY.plusDays(4))).containsExactly(MONDAY, MONDAY.plusDays(4));
        assertThat(house.findCycles.datesToSettle(MONDAY)).containsExactly(MONDAY);
        house.settleAndPay(MONDAY);
        house.payment(2001, 500, MONDAY);
        assertThat(house.findCycles.datesToSettle(MONDAY.plusDays(4))).containsExactly(MONDAY.plusDays(4));
    }

    @Test
    void noMoreThanAYearIsFoundWaiting() {
        house.payment(2001, 1_000, MONDAY);
        assertThat(house.findCycles.datesToSettle(MONDAY.plusYears(3)))
                .hasSize(366)
                .startsWith(MONDAY, TUESDAY);
        house.clock.setInSeoul("2013-12-31T02:00");
        house.freeze(MONDAY.plusYears(2), 1);
        assertThat(house.findCycles.datesToSettle(MONDAY.plusYears(2))).isEmpty();
    }

    @Test
    void listsComePageByPage() {
        for (long franchiseId = 2001; franchiseId <= 2005; franchiseId++) {
            house.payment(franchiseId, 1_000, MONDAY);
            house.cancellation(franchiseId + 100, 1_000, 1_000, MONDAY);
        }
        Cycle monday = house.settleAndPay(MONDAY);
        house.settleAndPay(TUESDAY);
        PageRequest two = new PageRequest("", 2);
        Page<Settlement> first = house.findSettlements.page(monday.id(), two);
        assertThat(first.items()).extracting(Settlement::franchiseId).containsExactly(franchise(2001), franchise(2002));
        Page<Settlement> second = house.findSettlements.page(monday.id(), PageRequest.of(first.nextCursor(), 2));
        assertThat(second.items())
                .extracting(Settlement::franchiseId)
                .containsExactly(franchise(2003), franchise(2004));
        Page<Payout> payouts = house.findSettlements.payouts(monday.id(), null, two);
        assertThat(house.findSettlements
                        .payouts(monday.id(), PayoutStatus.COMPLETED, PageRequest.of(payouts.nextCursor(), 100))
                        .items())
                .extracting(Payout::franchiseId)
                .containsExactly(franchise(2003), franchise(2004), franchise(2005));
        assertThat(house.findSettlements
                        .payouts(monday.id(), PayoutStatus.REFUSED, ALL)
                        .items())
                .isEmpty();
        Page<CarryOver> carried = house.findSettlements.openCarryOvers(null, two);
        assertThat(house.findSettlements
                        .openCarryOvers(CarryReason.NEGATIVE, PageRequest.of(carried.nextCursor(), 100))
                        .items())
                .extracting(CarryOver::franchiseId)
                .containsExactly(franchise(2103), franchise(2104), franchise(2105));
        Page<Cycle> cycles = house.findCycles.page(new PageRequest("", 1));
        assertThat(cycles.items()).extracting(Cycle::businessDate).containsExactly(TUESDAY);
        assertThat(house.findCycles.page(PageRequest.of(cycles.nextCursor(), 1)).items())
                .extracting(Cycle::businessDate)
                .containsExactly(MONDAY);
        SlipIssued one = house.payment(2001, 10, MONDAY.plusDays(2));
        house.payment(2001, 10, MONDAY.plusDays(2));
        Cycle wednesday = house.settleAndPay(MONDAY.plusDays(2));
        Page<LineOfSlip> line =
                house.findSettlements.lines(STAFF, wednesday.id(), franchise(2001), new PageRequest("", 1));
        assertThat(line.items()).extracting(found -> found.slip().id().value()).containsExactly(one.slipId());
        assertThat(house.findSettlements
                        .lines(STAFF, wednesday.id(), franchise(2001), PageRequest.of(line.nextCursor(), 1))
                        .items())
                .hasSize(1);
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        house.payment(2001, 1_000, MONDAY);
        Cycle cycle = house.settleAndPay(MONDAY);
        PageRequest foreign = new PageRequest("*", 10);
        List<Runnable> queries = List.of(
                () -> house.findSettlements.page(cycle.id(), foreign),
                () -> house.findSettlements.payouts(cycle.id(), null, foreign),
                () -> house.findSettlements.payouts(cycle.id(), null, new PageRequest("-5", 10)),
                () -> house.findSettlements.openCarryOvers(null, foreign),
                () -> house.findSettlements.openCarryOvers(null, new PageRequest("2001", 10)),
                () -> house.findSettlements.lines(STAFF, cycle.id(), franchise(2001), foreign),
                () -> house.findCycles.page(foreign),
                () -> house.findCycles.page(new PageRequest("+999999999-12-31", 10)));
        assertThat(queries).allSatisfy(query -> assertRefused(query, CommonProblem.CURSOR_INVALID));
    }

    @Test
    void aFranchiseSeesItsOwnStatementsAndNobodyElses() {
        SlipIssued slip = house.payment(2001, 1_000, MONDAY);
        Cycle cycle = house.settleAndPay(MONDAY);
        Caller owner = Caller.franchise(franchise(2001));
        Caller other = Caller.franchise(franchise(2002));
        assertThat(house.findSettlements
                        .statement(owner, franchise(2001), MONDAY)
                        .cycle()
                        .id())
                .isEqualTo(cycle.id());
        assertThat(house.explainLine
                        .explain(owner, new SlipId(slip.slipId()))
                        .line()
                        .line()
                        .amount())
                .isEqualTo(won(1_000));
        assertRefused(
                () -> house.findSettlements.statement(other, franchise(2001), MONDAY),
                SettlementProblem.SETTLEMENT_NOT_FOUND);
        assertRefused(
                () -> house.findSettlements.lines(other, cycle.id(), franchise(2001), ALL),
                SettlementProblem.SETTLEMENT_NOT_FOUND);
        assertRefused(
                () -> house.explainLine.explain(other, new SlipId(slip.slipId())), SettlementProblem.LINE_NOT_FOUND);
        assertRefused(
                () -> house.explainLine.explain(Caller.ANONYMOUS, new SlipId(slip.slipId())),
                SettlementProblem.LINE_NOT_FOUND);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        CycleId unknown = new CycleId(CountingIds.id(99));
        assertRefused(() -> house.findCycles.ofDate(MONDAY), SettlementProblem.CYCLE_NOT_FOUND);
        assertRefused(() -> house.findCycles.byId(unknown), SettlementProblem.CYCLE_NOT_FOUND);
        assertRefused(() -> house.findSettlements.page(unknown, ALL), SettlementProblem.CYCLE_NOT_FOUND);
        assertRefused(() -> house.findSettlements.payouts(unknown, null, ALL), SettlementProblem.CYCLE_NOT_FOUND);
        assertRefused(() -> house.startPayouts.start(unknown), SettlementProblem.CYCLE_NOT_FOUND);
        assertRefused(() -> house.closeCycle.close(unknown), SettlementProblem.CYCLE_NOT_FOUND);
        assertRefused(
                () -> house.findSettlements.statement(STAFF, franchise(2001), MONDAY),
                SettlementProblem.SETTLEMENT_NOT_FOUND);
        house.settleAndPay(MONDAY);
        assertRefused(
                () -> house.findSettlements.statement(STAFF, franchise(2001), MONDAY),
                SettlementProblem.SETTLEMENT_NOT_FOUND);
        assertRefused(
                () -> house.findSettlements.lines(STAFF, unknown, franchise(2001), ALL),
                SettlementProblem.SETTLEMENT_NOT_FOUND);
        assertRefused(
                () -> house.explainLine.explain(STAFF, new SlipId(CountingIds.id(98))),
                SettlementProblem.LINE_NOT_FOUND);
    }

    private static Figure figure(long count, long amount) {
        return new Figure(count, Won.won(amount));
    }

    private static void assertRefused(Runnable command, Problem problem) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    @Test
    void severalDatesAreSettledAsOneCycle() {
        LocalDate wednesday = MONDAY.plusDays(2);
        house.payment(2001, 10_000, MONDAY);
        house.payment(2001, 20_000, TUESDAY);
        house.payment(2002, 30_000, wednesday);
        Cycle cycle = house.settleAndPay(new DateRange(MONDAY, wednesday));
        assertThat(cycle.frozen().paymentSlips()).isEqualTo(3);
        assertThat(house.findCycles.ofDate(wednesday).figures().franchises()).isEqualTo(2);
        assertThat(house.findCycles.datesToSettle(wednesday.plusDays(1))).containsExactly(wednesday.plusDays(1));
        assertRefused(() -> house.freeze(TUESDAY, 77), SettlementProblem.CYCLES_OVERLAP);

        house.payment(2001, 1_000, TUESDAY);
        assertThat(house.findCycles.datesToSettle(wednesday.plusDays(1))).containsExactly(wednesday.plusDays(1));
        assertThat(house.settleAndPay(wednesday.plusDays(1)).frozen().paymentSlips())
                .as("a late slip of a date in the middle")
                .isOne();
    }

    @Test
    void theCyclesOfSomeDatesTogetherCountFranchisesAndWhatTheyHaveCarriedToEachOtherOnce() {
        house.cancellation(2001, 10_000, 10_000, MONDAY);
        house.payment(2002, 10_000, MONDAY);
        house.settleAndPay(MONDAY);
        house.payment(2001, 30_000, TUESDAY);
        house.cancellation(2002, 40_000, 40_000, TUESDAY);
        house.settleAndPay(TUESDAY);

        RangeFigures both = house.findCycles.ofDates(new DateRange(MONDAY, TUESDAY));

        assertThat(both.cycles()).isEqualTo(2);
        assertThat(both.franchises()).isEqualTo(2);
        assertThat(both.members()).isOne();
        assertThat(both.frozen()).isEqualTo(new FrozenSlips(2, 2, won(40_000), won(50_000)));
        assertThat(both.carried()).isEqualTo(new Figure(1, won(-39_000)));
        assertThat(both.paid()).isEqualTo(won(9_750 + 19_500));
        assertThat(both.net()).isEqualTo(both.paid().plus(both.carried().amount()));
        assertThat(both.open()).isZero();
        assertThat(house.findCycles.ofDates(DateRange.of(MONDAY)).carried()).isEqualTo(new Figure(1, won(-9_750)));
        assertThat(house.findCycles.ofDates(DateRange.of(MONDAY.minusDays(9))).cycles())
                .isZero();
    }
}
