package com.mypay.settlement.adapter.out.persistence;

import static com.mypay.settlement.SettlementHouse.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.framework.context.Caller;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.persistence.JdbcException;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.application.message.FirmbankingResult.Status;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.SettlementPeriod;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit finds nothing in what settlement does, and finds each way in which its rows can be wrong. */
class SettlementAuditTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT");

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    private final SettlementHouse house = SettlementHouse.on(DATABASE);

    @Test
    void anEmptyServiceIsClean() {
        assertThat(report().checks()).isNotEmpty().allMatch(Check::ok);
        assertThat(report().service()).isEqualTo("settlement");
    }

    @Test
    void twoDaysAreCleanAndTheirTotalsAreRight() {
        twoDays();
        assertThat(report().checks()).filteredOn(check -> !check.ok()).isEmpty();
        assertThat(report().checks()).extracting(Check::invariant).contains("I5", "I11", "I13", "I15");
        assertThat(report().totals())
                .containsEntry("slips", 6L)
                .containsEntry("paymentSlipsWon", 118_400L)
                .containsEntry("cancellationSlipsWon", 30_500L)
                .containsEntry("openSlips", 1L)
                .containsEntry("lines", 5L)
                .containsEntry("payouts", 3L)
                .containsEntry("payoutsCompletedWon", 68_250L + 9_750L)
                .containsEntry("payoutsInFlightWon", 0L)
                .containsEntry("commissionWon", 2_500L - 750L + 200L - 13L + 250L)
                .containsEntry("roundingWon", 0L)
                .containsEntry("carriedOpenWon", 7_800L - 487L);
    }

    /** A job that runs, or has failed and waits for its restart. */
    @Test
    void slipsOfACycleThatIsNotSettledYetAreOpen() {
        house.payment(2001, 100_000, MONDAY);
        house.payment(2002, 8_000, MONDAY);
        house.freeze(MONDAY, 1);
        assertThat(report().checks()).filteredOn(check -> !check.ok()).isEmpty();
        assertThat(report().totals()).containsEntry("openSlips", 2L).containsEntry("lines", 0L);
    }

    /** A paid franchise, a refused one that is held then, one that owes; a slip that waits. */
    private void twoDays() {
        LocalDate tuesday = MONDAY.plusDays(1);
        house.terms(2002, SettlementPeriod.DAILY, 0, false);
        house.payment(2001, 100_000, MONDAY);
        house.cancellation(2001, 30_000, 100_000, MONDAY);
        house.payment(2002, 8_000, MONDAY);
        house.cancellation(2003, 500, 1_000, MONDAY);
        CycleId monday = house.settle(MONDAY);
        house.answer(house.requests().get(0).requestId(), 68_250, Status.UNKNOWN);
        house.answer(house.requests().get(0).requestId(), 68_250, Status.COMPLETED);
        house.answer(house.requests().get(1).requestId(), 7_800, Status.REFUSED);
        house.closeCycle.close(monday);
        house.terms(2002, SettlementPeriod.DAILY, 0, true);
        house.payment(2004, 10_000, tuesday);
        house.payment(2002, 400, tuesday.plusDays(1));
        house.settleAndPay(tuesday);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM SETTLEMENT_LINE WHERE FRANCHISE_ID = 2002 | I5",
                "UPDATE SLIP SET CYCLE_ID = (SELECT MAX(CYCLE_ID) FROM SETTLEMENT_CYCLE) WHERE CYCLE_ID IS NULL | I5",
                "UPDATE SLIP SET CYCLE_ID = NULL WHERE FRANCHISE_ID = 2001 | I5",
                "UPDATE SLIP SET AMOUNT_WON = 1 WHERE FRANCHISE_ID = 2001 AND KIND = 'CANCELLATION' | I5",
                "UPDATE SETTLEMENT SET NET_WON = NET_WON + 1 WHERE FRANCHISE_ID = 2001 | I5",
                "UPDATE SETTLEMENT SET GROSS_WON = 0 WHERE FRANCHISE_ID = 2004 | I5",
                "UPDATE SETTLEMENT SET CARRIED_IN_WON = 1 WHERE FRANCHISE_ID = 2004 | I5",
                "UPDATE SETTLEMENT SET OUTCOME = NULL WHERE FRANCHISE_ID = 2004 | I5",
                "UPDATE SETTLEMENT_CYCLE SET GROSS_WON = GROSS_WON + 1 | I5",
                "UPDATE PAYOUT SET AMOUNT_WON = AMOUNT_WON + 1 WHERE FRANCHISE_ID = 2001 | I5",
                "DELETE FROM CARRY_OVER WHERE FRANCHISE_ID = 2003 | I5",
                "UPDATE SETTLEMENT SET RESERVE_BASIS_POINTS = 1 WHERE FRANCHISE_ID = 2001 | I5",
                "UPDATE CARRY_OVER SET PART = 'RESERVE' WHERE FRANCHISE_ID = 2002 | I5",
                "UPDATE CARRY_OVER SET TAKEN_BY_CYCLE_ID = (SELECT MAX(CYCLE_ID) FROM SETTLEMENT_CYCLE) | I5",
                "UPDATE SETTLEMENT_LINE SET COMMISSION_WON = COMMISSION_WON + 1, NET_WON = NET_WON - 1 | I15",
                "UPDATE SLIP SET COMMISSION_BASIS_POINTS = 251 WHERE FRANCHISE_ID = 2001 | I15",
                "UPDATE SETTLEMENT_CYCLE SET ROUNDING_WON = 1 | I15",
                "UPDATE SETTLEMENT SET VAT_BASIS_POINTS = 1000 WHERE FRANCHISE_ID = 2001 | I15",
                "UPDATE SETTLEMENT SET REBATE_WON = 1 WHERE FRANCHISE_ID = 2001 | I15",
                "UPDATE SETTLEMENT_CYCLE SET VAT_WON = 1 | I15",
                "UPDATE SETTLEMENT_CYCLE SET VAT_WON = 3, VAT_ROUNDING_WON = 3 | I15",
                "UPDATE STEP_COUNT SET WRITTEN_COUNT = WRITTEN_COUNT - 1 WHERE STEP_NAME = 'settle' | I13",
                "UPDATE STEP_COUNT SET READ_COUNT = 1, WRITTEN_COUNT = 1 WHERE STEP_NAME = 'payout' | I13",
                "DELETE FROM STEP_COUNT | I13",
                "UPDATE CYCLE_HISTORY SET TO_STATUS = 'CLOSED' WHERE CHANGE_NO = 2 | I11",
                "DELETE FROM CYCLE_HISTORY WHERE CHANGE_NO = 2 | I11",
                "UPDATE SETTLEMENT_CYCLE SET STATUS = 'PAYING' | I11",
                "UPDATE CYCLE_HISTORY SET FROM_STATUS = 'FROZEN' WHERE CHANGE_NO = 1 | I11",
                "UPDATE PAYOUT SET STATUS = 'IN_DOUBT' WHERE STATUS = 'COMPLETED' | I11",
                "DELETE FROM PAYOUT_HISTORY WHERE CHANGE_NO = 1 | I11",
                "UPDATE PAYOUT_HISTORY SET FROM_STATUS = 'REFUSED' WHERE FROM_STATUS = 'IN_DOUBT' | I11"
            })
    void whatIsWrongIsFound(String damage, String invariant) {
        twoDays();
        assertThat(new Jdbc(DATABASE.ownerDataSource()).update(damage)).isPositive();
        assertThat(report().checks())
                .filteredOn(check -> check.invariant().equals(invariant) && !check.ok())
                .isNotEmpty()
                .allMatch(check -> !String.valueOf(check.firstViolation()).isEmpty());
    }

    @Test
    void whatWasTakenBeforeItWasDueIsFound() {
        house.delayed(2001, 1);
        house.payment(2001, 100_000, MONDAY);
        house.settleAndPay(MONDAY);
        house.settleAndPay(MONDAY.plusDays(1));
        assertThat(report().checks()).filteredOn(check -> !check.ok()).isEmpty();

        new Jdbc(DATABASE.ownerDataSource()).update("UPDATE CARRY_OVER SET DUE_ON = DATE '2011-12-07'");

        assertThat(report().checks())
                .filteredOn(check -> !check.ok())
                .extracting(Check::rule)
                .containsExactly("what was carried over is taken when it is due");
    }

    @Test
    void aDebtIsNeverTakenTooEarly() {
        LocalDate tuesday = MONDAY.plusDays(1);
        house.cancellation(2001, 500, 1_000, MONDAY);
        house.settleAndPay(MONDAY);
        house.payment(2001, 10_000, tuesday);
        house.settleAndPay(tuesday);

        new Jdbc(DATABASE.ownerDataSource()).update("UPDATE CARRY_OVER SET DUE_ON = DATE '2011-12-11'");

        assertThat(report().checks()).filteredOn(check -> !check.ok()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE SETTLEMENT_LINE SET NET_WON = 0",
                "DELETE FROM SETTLEMENT_LINE",
                "UPDATE CYCLE_HISTORY SET CHANGE_NO = 9",
                "DELETE FROM PAYOUT_HISTORY",
                "DELETE FROM SLIP",
                "DELETE FROM PAYOUT"
            })
    void theServiceItselfCannotRewriteWhatHasHappened(String statement) {
        assertThatThrownBy(() -> DATABASE.transactions()
                        .inTransaction(() -> DATABASE.jdbc().update(statement)))
                .isInstanceOf(JdbcException.class)
                .hasMessageContaining("rights");
    }

    private AuditReport report() {
        return new SettlementAudit(DATABASE.jdbc(), house.transactions).report();
    }
}
