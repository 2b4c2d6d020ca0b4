package com.mypay.settlement.application;

import static com.mypay.framework.value.Won.won;
import static com.mypay.settlement.SettlementHouse.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.Caller;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.problem.RejectedException;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.application.RecomputeCycle.Recomputed;
import com.mypay.settlement.application.message.FirmbankingResult.Status;
import com.mypay.settlement.application.message.FranchiseChanged;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.SettlementPeriod;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A closed cycle comes out again to the won, by the terms of its time; what doesn't is named. */
class RecomputeCycleTest {

    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT");

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    private final SettlementHouse house = SettlementHouse.on(DATABASE);

    /**
     * Monday: 2001 paid, 2002 under its minimum, 2003 refused, 2004 owes, 2005 weekly, 2006 nothing. Tuesday: 2002 and
     * 2003 take over what was carried.
     */
    private void twoDays() {
        house.terms(2002, SettlementPeriod.DAILY, 50_000, false);
        house.terms(2005, SettlementPeriod.WEEKLY, 0, false);
        house.payment(2001, 100_000, MONDAY);
        house.cancellation(2001, 30_000, 100_000, MONDAY);
        house.payment(2001, 999, MONDAY);
        house.payment(2002, 8_000, MONDAY);
        house.payment(2003, 9_000, MONDAY);
        house.cancellation(2004, 500, 1_000, MONDAY);
        house.payment(2005, 70_000, MONDAY);
        house.payment(2006, 1_000, MONDAY);
        house.cancellation(2006, 1_000, 1_000, MONDAY);
        CycleId monday = house.settle(MONDAY);
        house.answer(house.requests().get(0).requestId(), 69_225, Status.COMPLETED);
        house.answer(house.requests().get(1).requestId(), 8_775, Status.REFUSED);
        house.closeCycle.close(monday);
        house.terms(2002, SettlementPeriod.MONTHLY, 0, true);
        house.terms(2003, SettlementPeriod.DAILY, 0, false);
        house.payment(2002, 60_000, TUESDAY);
        house.payment(2003, 1_000, TUESDAY);
        house.settleAndPay(TUESDAY);
    }

    @Test
    void everyCycleComesOutAgainAlsoWhereTermsHaveChangedSince() {
        twoDays();

        Recomputed monday = house.recomputeCycle.recompute(MONDAY);
        Recomputed tuesday = house.recomputeCycle.recompute(TUESDAY);

        assertThat(monday.differences()).isEmpty();
        assertThat(monday.lines()).isEqualTo(9);
        assertThat(monday.settlements()).isEqualTo(6);
        assertThat(monday.net().value()).isEqualTo(69_225 + 7_800 + 8_775 - 487 + 68_250);
        assertThat(monday.paid().value()).isEqualTo(69_225);
        assertThat(monday.awaited().value()).isZero();
        assertThat(monday.carriedOver().value()).isEqualTo(7_800 + 8_775 - 487 + 68_250);
        assertThat(tuesday.differences()).isEmpty();
        assertThat(tuesday.settlements()).isEqualTo(2);
        assertThat(tuesday.paid().value()).isEqualTo(8_775 + 975);
    }

    /** 2001 is paid two business days later, 2002 without a reserve, and the bank refuses it. */
    private void delayAndReserve() {
        house.delayed(2001, 2);
        house.reserving(2002, 1_000, 30);
        house.payment(2001, 100_000, MONDAY);
        house.payment(2002, 10_000, MONDAY);
        CycleId monday = house.settle(MONDAY);
        house.answerAll(Status.REFUSED);
        house.closeCycle.close(monday);
        house.delayed(2001, 0);
        house.terms(2002, SettlementPeriod.DAILY, 0, false);
        house.payment(2001, 1_000, TUESDAY.plusDays(1));
        house.settleAndPay(TUESDAY.plusDays(1));
    }

    @Test
    void whatWaitsAndWhatIsKeptBackComesOutAgain() {
        delayAndReserve();
        new Jdbc(DATABASE.ownerDataSource())
                .update("INSERT INTO HOLIDAY (HOLIDAY_DATE, NAME) VALUES (DATE '2011-12-06', 'later on')");

        Recomputed monday = house.recomputeCycle.recompute(MONDAY);

        assertThat(monday.differences()).isEmpty();
        assertThat(monday.carriedOver().value()).isEqualTo(97_500 + 8_775 + 975);
        assertThat(house.recomputeCycle.recompute(TUESDAY.plusDays(1)).differences())
                .isEmpty();
        assertThat(house.requests())
                .extracting(request -> request.amountWon())
                .containsExactly(8_775L, 97_500L + 975L, 8_775L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE SETTLEMENT SET RESERVE_BASIS_POINTS = 0 WHERE FRANCHISE_ID = 2002",
                "UPDATE SETTLEMENT SET RESERVE_DAYS = 31 WHERE FRANCHISE_ID = 2002 AND RESERVE_DAYS > 0",
                "UPDATE SETTLEMENT SET DUE_ON = DATE '2011-12-05' WHERE FRANCHISE_ID = 2001",
                "UPDATE CARRY_OVER SET AMOUNT_WON = 1 WHERE PART = 'RESERVE'",
                "DELETE FROM CARRY_OVER WHERE PART = 'RESERVE'",
                "UPDATE CARRY_OVER SET PART = 'DECIDED' WHERE PART = 'LATER'"
            })
    void whatBreaksTheTermsIsNamed(String damage) {
        delayAndReserve();
        assertThat(new Jdbc(DATABASE.ownerDataSource()).update(damage)).isPositive();

        assertThat(house.recomputeCycle.recompute(MONDAY).differences())
                .extracting(RecomputeCycle.Difference::what)
                .contains("CARRY_OVER");
    }

    @Test
    void vatAndTiersComeOutAgain() {
        house.commission(2001, 1_000, new FranchiseChanged.Tier(50_000, 100));
        house.payment(2001, 100_000, MONDAY);
        house.settleAndPay(MONDAY);
        house.payment(2001, 10_005, TUESDAY);
        house.settleAndPay(TUESDAY);
        house.commission(2001, 0);

        assertThat(house.recomputeCycle.recompute(TUESDAY).differences()).isEmpty();
        assertThat(house.recomputeCycle.recompute(MONDAY).paid().value()).isEqualTo(97_500 + 500 - 200);
        for (String damage :
                List.of("VAT_WON = 1", "REBATE_WON = 1", "VAT_BASIS_POINTS = 0", "COMMISSION_TIERS = '-'")) {
            new Jdbc(DATABASE.ownerDataSource()).update("UPDATE SETTLEMENT SET " + damage);
            assertThat(house.recomputeCycle.recompute(MONDAY).differences())
                    .extracting(RecomputeCycle.Difference::what)
                    .contains("SETTLEMENT");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"REBATE_WON", "VAT_WON", "VAT_ROUNDING_WON"})
    void whatACycleHasBookedOfItsTermsComesOutAgain(String booked) {
        house.commission(2001, 1_000, new FranchiseChanged.Tier(50_000, 100));
        house.commission(2002, 1_000);
        house.commission(2003, 1_000);
        house.payment(2001, 100_000, MONDAY);
        house.payment(2002, 1_000, MONDAY);
        house.payment(2003, 1_000, MONDAY);
        Cycle monday = house.settleAndPay(MONDAY);
        assertThat(monday.rebate()).contains(won(500));
        assertThat(monday.vat()).contains(won(200 + 3 + 3));
        assertThat(monday.vatRounding()).contains(won(1));
        assertThat(house.recomputeCycle.recompute(MONDAY).differences()).isEmpty();
        Jdbc owner = new Jdbc(DATABASE.ownerDataSource());

        owner.update("UPDATE SETTLEMENT_CYCLE SET " + booked + " = " + booked + " + 1");
        assertThat(house.recomputeCycle.recompute(MONDAY).differences())
                .extracting(RecomputeCycle.Difference::what)
                .containsExactly("CYCLE");
        owner.update("UPDATE SETTLEMENT_CYCLE SET REBATE_WON = NULL, VAT_WON = NULL, VAT_ROUNDING_WON = NULL");
        assertThat(house.recomputeCycle.recompute(MONDAY).differences()).isEmpty();
    }

    /** As it was closed before a cycle took only what was due: by the rules of then. */
    @Test
    void aCycleFromBeforeComesOutAgain() {
        house.terms(2001, SettlementPeriod.WEEKLY, 0, false);
        house.payment(2001, 1_000, MONDAY);
        house.settleAndPay(MONDAY);
        house.payment(2001, 2_000, TUESDAY);
        house.settleAndPay(TUESDAY);
        Jdbc owner = new Jdbc(DATABASE.ownerDataSource());
        owner.update("UPDATE SETTLEMENT SET DUE_ON = NULL, PAYOUT_DELAY_DAYS = NULL, RESERVE_BASIS_POINTS = NULL,"
                + " RESERVE_DAYS = NULL, VAT_BASIS_POINTS = NULL, COMMISSION_TIERS = NULL, VOLUME_BEFORE_WON = NULL,"
                + " REBATE_WON = NULL, VAT_WON = NULL");
        owner.update("UPDATE CARRY_OVER SET PART = 'DECIDED'");
        assertThat(house.recomputeCycle.recompute(TUESDAY).differences()).isEmpty();
        owner.update("UPDATE CARRY_OVER SET TAKEN_BY_CYCLE_ID = (SELECT CYCLE_ID FROM SETTLEMENT_CYCLE"
                + " WHERE BUSINESS_DATE = DATE '2011-12-06') WHERE AMOUNT_WON = 975");
        owner.update("UPDATE CARRY_OVER SET AMOUNT_WON = 2925 WHERE AMOUNT_WON = 1950");
        owner.update("UPDATE SETTLEMENT SET CARRIED_IN_WON = 975 WHERE NET_WON = 1950");

        assertThat(house.recomputeCycle.recompute(MONDAY).differences()).isEmpty();
        assertThat(house.recomputeCycle.recompute(TUESDAY).differences()).isEmpty();
    }

    @Test
    void whatTheBankHasNotAnsweredIsAwaited() {
        house.payment(2001, 100_000, MONDAY);
        CycleId monday = house.settle(MONDAY);
        house.answerAll(Status.UNKNOWN);
        house.closeCycle.close(monday);

        assertThat(house.recomputeCycle.recompute(MONDAY).differences()).isEmpty();
        assertThat(house.recomputeCycle.recompute(MONDAY).awaited().value()).isEqualTo(97_500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE SETTLEMENT_LINE SET COMMISSION_WON = 0, NET_WON = 70000 WHERE FRANCHISE_ID = 2005 | LINE",
                "DELETE FROM SETTLEMENT_LINE WHERE FRANCHISE_ID = 2005 | LINE",
                "DELETE FROM SETTLEMENT_LINE WHERE FRANCHISE_ID = 2001 AND AMOUNT_WON = 999 | LINE",
                "UPDATE SLIP SET CYCLE_ID = NULL WHERE FRANCHISE_ID = 2003 AND AMOUNT_WON = 9000 | LINE SETTLEMENT"
                        + " OUTCOME PAYOUT CARRY_OVER CYCLE CYCLE CYCLE",
                "UPDATE SETTLEMENT SET NET_WON = 1 WHERE FRANCHISE_ID = 2001 | SETTLEMENT",
                "UPDATE SETTLEMENT SET CARRIED_IN_WON = 5 WHERE FRANCHISE_ID = 2001 | CARRIED_IN",
                "UPDATE SETTLEMENT SET OUTCOME = 'NOTHING_DUE' WHERE FRANCHISE_ID = 2001 | OUTCOME",
                "UPDATE SETTLEMENT SET MINIMUM_PAYOUT_WON = 0 WHERE FRANCHISE_ID = 2002 | OUTCOME PAYOUT CARRY_OVER",
                "UPDATE PAYOUT SET AMOUNT_WON = 1 WHERE FRANCHISE_ID = 2001 | PAYOUT",
                "UPDATE PAYOUT SET STATUS = 'COMPLETED' WHERE FRANCHISE_ID = 2003 AND STATUS = 'REFUSED' | CARRY_OVER",
                "UPDATE CARRY_OVER SET DUE_ON = DATE '2012-01-01' WHERE FRANCHISE_ID = 2005 | CARRY_OVER",
                "UPDATE CARRY_OVER SET AMOUNT_WON = 1 WHERE FRANCHISE_ID = 2004 | CARRY_OVER",
                "UPDATE SETTLEMENT_CYCLE SET NET_WON = 0 WHERE BUSINESS_DATE = DATE '2011-12-05' | CYCLE"
            })
    void eachDifferenceIsNamed(String damage, String expected) {
        twoDays();
        assertThat(new Jdbc(DATABASE.ownerDataSource()).update(damage)).isPositive();

        List<String> found = house.recomputeCycle.recompute(MONDAY).differences().stream()
                .map(RecomputeCycle.Difference::what)
                .toList();

        assertThat(String.join(" ", found)).isEqualTo(expected);
    }

    @Test
    void aCycleThatIsNotClosedIsRefused() {
        house.payment(2001, 1_000, MONDAY);
        house.settle(MONDAY);

        assertThatThrownBy(() -> house.recomputeCycle.recompute(MONDAY))
                .isInstanceOf(RejectedException.class)
                .extracting(e -> ((RejectedException) e).problem())
                .isEqualTo(SettlementProblem.CYCLE_NOT_CLOSED);
        assertThatThrownBy(() -> house.recomputeCycle.recompute(TUESDAY))
                .extracting(e -> ((RejectedException) e).problem())
                .isEqualTo(SettlementProblem.CYCLE_NOT_FOUND);
    }
}
