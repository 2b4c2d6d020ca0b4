package com.mypay.settlement.application;

import static com.mypay.framework.value.Won.won;
import static com.mypay.settlement.SettlementHouse.MONDAY;
import static com.mypay.settlement.SettlementHouse.franchise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.BasisPoints;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.application.FindCycles.CycleNow;
import com.mypay.settlement.application.ShadowRun.Proposal;
import com.mypay.settlement.application.ShadowRun.Result;
import com.mypay.settlement.application.ShadowRun.Shadow;
import com.mypay.settlement.application.message.FranchiseChanged;
import com.mypay.settlement.domain.CommissionTerms.Tier;
import com.mypay.settlement.domain.Reserve;
import com.mypay.settlement.domain.SettlementPeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Proposed terms are tried on a cycle that has been, before anybody approves them. */
class ShadowRunTest {

    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final Proposal NOTHING = new Proposal(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT");

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    private final SettlementHouse house = SettlementHouse.on(DATABASE);

    @Test
    void eachFranchiseSeesWhatAnotherRateWouldHaveMade() {
        aMonday();
        CycleNow before = house.findCycles.ofDate(MONDAY);

        List<Shadow> shadows = run(MONDAY, commission(100));

        assertThat(shadows)
                .containsExactly(
                        new Shadow(
                                franchise(2001), 3, won(0), result(1_774, 69_225, 69_225), result(709, 70_290, 70_290)),
                        new Shadow(franchise(2002), 1, won(0), result(0, 39, 39), result(0, 39, 39)));
        assertThat(run(MONDAY, commission(250))).allMatch(shadow -> shadow.now().equals(shadow.proposed()));
        assertThat(run(MONDAY, commission(300)).get(0).proposed().commission()).isEqualTo(won(2_129));
        assertThat(house.findCycles.ofDate(MONDAY).figures()).isEqualTo(before.figures());
        assertThat(house.requests()).hasSize(2);
    }

    @Test
    void termsOfPayoutAreTriedLikewise() {
        aMonday();

        Result weekly = proposed(new Proposal(
                Optional.empty(),
                Optional.of(SettlementPeriod.WEEKLY),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        Result later = proposed(new Proposal(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(2),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        Result kept = proposed(new Proposal(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Reserve(BasisPoints.basisPoints(1_000), 30)),
                Optional.empty(),
                Optional.empty()));
        Result minimum = proposed(new Proposal(
                Optional.empty(),
                Optional.empty(),
                Optional.of(won(69_226)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

        Result waiting = new Result(won(1_774), won(0), won(69_225), won(0), won(69_225), won(0));
        assertThat(weekly).isEqualTo(waiting);
        assertThat(later).isEqualTo(waiting);
        assertThat(minimum).isEqualTo(waiting);
        assertThat(kept).isEqualTo(new Result(won(1_774), won(0), won(69_225), won(62_303), won(0), won(6_922)));
    }

    @Test
    void vatAndTiersAreTried() {
        house.commission(2001, 1_000);
        aMonday();
        List<Tier> tiers = List.of(new Tier(won(999), BasisPoints.basisPoints(100)));

        Shadow shadow = run(MONDAY, commission(Optional.of(BasisPoints.basisPoints(500)), Optional.of(tiers)))
                .get(0);

        assertThat(shadow.now()).isEqualTo(new Result(won(1_774), won(177), won(69_048), won(69_048), won(0), won(0)));
        assertThat(shadow.proposed())
                .isEqualTo(new Result(won(1_074), won(54), won(69_871), won(69_871), won(0), won(0)));
    }

    /** A month's volume of 70,999, of which 69,999 stand above the tier: 699 are given back of 1,774. */
    @Test
    void vatAndTiersAreTriedEachByItself() {
        house.commission(2001, 1_000, new FranchiseChanged.Tier(1_000, 100));
        aMonday();

        Result now = run(MONDAY, NOTHING).get(0).now();
        Result otherVat = proposed(commission(Optional.of(BasisPoints.basisPoints(0)), Optional.empty()));
        Result otherTiers = proposed(
                commission(Optional.empty(), Optional.of(List.of(new Tier(won(1_000), BasisPoints.basisPoints(200))))));
        Result noTiers = proposed(commission(Optional.empty(), Optional.of(List.of())));

        assertThat(now).isEqualTo(new Result(won(1_075), won(108), won(69_816), won(69_816), won(0), won(0)));
        assertThat(otherVat).isEqualTo(result(1_075, 69_924, 69_924));
        assertThat(otherTiers).isEqualTo(new Result(won(375), won(38), won(70_586), won(70_586), won(0), won(0)));
        assertThat(noTiers).isEqualTo(new Result(won(1_774), won(177), won(69_048), won(69_048), won(0), won(0)));
    }

    /** What was carried in stays; the terms of then are what is compared with, whatever was agreed on since. */
    @Test
    void aLaterCycleHasWhatItTookOver() {
        house.cancellation(2001, 30_000, 100_000, MONDAY);
        house.settleAndPay(MONDAY);
        house.payment(2001, 100_000, TUESDAY);
        house.settleAndPay(TUESDAY);
        house.terms(2001, SettlementPeriod.MONTHLY, 0, true);

        assertThat(run(TUESDAY, commission(0)))
                .containsExactly(new Shadow(
                        franchise(2001), 1, won(-29_250), result(2_500, 97_500, 68_250), result(0, 100_000, 70_750)));
        assertThat(run(TUESDAY, NOTHING)).allMatch(shadow -> shadow.now().equals(shadow.proposed()));
    }

    @Test
    void aCycleThatIsOnlyFrozenIsTriedByTheTermsOfNow() {
        house.payment(2003, 10_000, MONDAY);
        house.settle(MONDAY);
        house.answerAll(com.mypay.settlement.application.message.FirmbankingResult.Status.REFUSED);
        house.terms(2001, SettlementPeriod.DAILY, 0, true);
        house.payment(2001, 1_000, TUESDAY);
        house.freeze(TUESDAY, 7);

        assertThat(run(TUESDAY, commission(0)))
                .containsExactly(
                        new Shadow(
                                franchise(2001),
                                1,
                                won(0),
                                new Result(won(25), won(0), won(975), won(0), won(975), won(0)),
                                new Result(won(0), won(0), won(1_000), won(0), won(1_000), won(0))),
                        new Shadow(franchise(2003), 0, won(9_750), result(0, 0, 9_750), result(0, 0, 9_750)));
    }

    @Test
    void oneFranchiseCanBeTriedAlone() {
        aMonday();

        assertThat(house.shadowRun.run(new ShadowRun.Command(MONDAY, NOTHING, Optional.of(franchise(2002)))))
                .extracting(Shadow::franchiseId)
                .containsExactly(franchise(2002));
        assertThat(house.shadowRun.run(new ShadowRun.Command(MONDAY, NOTHING, Optional.of(franchise(2009)))))
                .isEmpty();
    }

    @Test
    void aDateWithoutACycleIsRefused() {
        assertThatThrownBy(() -> run(MONDAY, NOTHING))
                .isInstanceOf(RejectedException.class)
                .extracting(e -> ((RejectedException) e).problem())
                .isEqualTo(SettlementProblem.CYCLE_NOT_FOUND);
    }

    /** 2001: 100,000 less 30,000, and 999; 2002: 39. At 2.5 %. */
    private void aMonday() {
        house.payment(2001, 100_000, MONDAY);
        house.payment(2001, 999, MONDAY);
        house.cancellation(2001, 30_000, 100_000, MONDAY);
        house.payment(2002, 39, MONDAY);
        house.settleAndPay(MONDAY);
    }

    private Result proposed(Proposal proposal) {
        return run(MONDAY, proposal).get(0).proposed();
    }

    private List<Shadow> run(LocalDate date, Proposal proposal) {
        return house.shadowRun.run(new ShadowRun.Command(date, proposal, Optional.empty()));
    }

    private static Proposal commission(int basisPoints) {
        return new Proposal(
                Optional.of(BasisPoints.basisPoints(basisPoints)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Proposal commission(Optional<BasisPoints> vat, Optional<List<Tier>> tiers) {
        return new Proposal(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), vat, tiers);
    }

    private static Result result(long commission, long net, long payout) {
        return new Result(won(commission), won(0), won(net), won(payout), won(0), won(0));
    }
}
