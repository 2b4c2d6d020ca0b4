package com.mypay.money.adapter.out.persistence;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.RequestId.requestId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.framework.context.Caller;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.persistence.JdbcException;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.money.MoneyHouse;
import com.mypay.money.application.BookCommission.CycleSettled;
import com.mypay.money.application.BookPayout.PayoutCompleted;
import com.mypay.money.application.CaptureMoney;
import com.mypay.money.application.ChargeMoney;
import com.mypay.money.application.Delivery;
import com.mypay.money.application.HoldMoney;
import com.mypay.money.application.TakeFirmbankingResult.FirmbankingResult;
import com.mypay.money.application.TransferMoney;
import com.mypay.money.domain.HoldId;
import com.mypay.money.fake.FakeBanking.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit finds nothing in what money does, and finds each way in which its rows can be wrong. */
class MoneyAuditTest {

    private static final MemberId KIM = memberId(1001);
    private static final MemberId LEE = memberId(1002);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("MONEY");

    @RegisterExtension
    final TestCall call = TestCall.by(MoneyHouse.PAYMENT);

    private final MoneyHouse house = MoneyHouse.on(DATABASE);

    @Test
    void anEmptyServiceIsClean() {
        AuditReport report = report();
        assertThat(report.service()).isEqualTo("money");
        assertThat(report.checks()).allMatch(Check::ok);
        assertThat(report.totals()).containsEntry("memberMoneyWon", 0L).containsEntry("postings", 0L);
    }

    @Test
    void aDayIsCleanAndItsTotalsAreRight() {
        aDay();
        AuditReport report = report();
        assertThat(report.checks()).filteredOn(check -> !check.ok()).isEmpty();
        assertThat(report.checks())
                .extracting(Check::invariant)
                .contains("I1", "I2", "I3", "I4", "I6", "I7", "I9", "I11");
        assertThat(report.totals())
                .containsEntry("members", 2L)
                .containsEntry("memberMoneyWon", 15_000L - 3_500L - 100L)
                .containsEntry("heldWon", 5_000L)
                .containsEntry("openHolds", 1L)
                .containsEntry("remittancesToMembers", 1L)
                .containsEntry("remittancesToMembersWon", 2_000L)
                .containsEntry("remittancesToMembersFeeWon", 100L)
                .containsEntry("remittancesToAccounts", 1L)
                .containsEntry("remittancesToAccountsWon", 3_000L)
                .containsEntry("remittancesToAccountsFeeWon", 500L)
                .containsEntry("corporateCashWon", 45_000L - 28_000L - 3_000L)
                .containsEntry("paymentClearingWon", 30_000L - 700L - 28_000L)
                .containsEntry("feeIncomeWon", 700L + 100L + 500L)
                .containsEntry("payments", 1L)
                .containsEntry("paymentCancellations", 0L)
                .containsEntry("roundingWon", 0L)
                .containsEntry("vatPayableWon", 0L)
                .containsEntry("chargesInFlightWon", 20_000L + 25_000L)
                .containsEntry("charges", 5L)
                .containsEntry("entries", 7L)
                .containsEntry("postings", 16L);
    }

    /** Refused, and completed after all: what is booked then is a second charge of the same request. */
    @Test
    void aChargeThatIsBookedLateIsCleanAndOneThatNobodyAskedForIsNot() {
        house.member(KIM, 0);
        ChargeMoney.Accepted accepted = house.chargeMoney.charge(
                new ChargeMoney.Command(Caller.member(KIM), requestId("c1"), KIM, won(20_000)));
        house.chargeMoney.charge(new ChargeMoney.Command(Caller.member(KIM), requestId("c2"), KIM, won(30_000)));
        firmbankingEnds(accepted, "REFUSED");
        firmbankingEnds(accepted, "COMPLETED");
        firmbankingEnds(accepted, "COMPLETED");

        assertThat(house.balanceOf(KIM)).isEqualTo(won(20_000));
        assertThat(report().totals()).containsEntry("charges", 3L);
        assertThat(report().checks()).filteredOn(check -> !check.ok()).isEmpty();

        Jdbc owner = new Jdbc(DATABASE.ownerDataSource());
        owner.update("UPDATE CHARGE SET STATUS = 'FAILED', STEPS = 1 WHERE STATUS = 'REQUESTED'");
        assertThat(requestsAndCharges().ok()).isTrue();
        owner.update("DELETE FROM BOOKED_ONCE WHERE CAUSE = 'CHARGE'");
        assertThat(requestsAndCharges().firstViolation())
                .isEqualTo("3 of 3 charges were accepted for 2 requests that are kept");
    }

    /** As the housekeeping does: what was answered long ago. */
    @Test
    void aChargeWhoseRequestWasRemovedIsCleanAndAYoungOneWithoutARequestIsNot() {
        house.member(KIM, 0);
        house.chargeMoney.charge(new ChargeMoney.Command(Caller.member(KIM), requestId("c1"), KIM, won(20_000)));
        house.clock.advance(Duration.ofDays(91));
        house.chargeMoney.charge(new ChargeMoney.Command(Caller.member(KIM), requestId("c2"), KIM, won(30_000)));
        house.chargeMoney.charge(new ChargeMoney.Command(Caller.member(KIM), requestId("c3"), KIM, won(30_000)));
        Jdbc owner = new Jdbc(DATABASE.ownerDataSource());
        owner.update("DELETE FROM COMMAND_REQUEST WHERE REQUEST_ID = 'c1'");
        assertThat(requestsAndCharges().ok()).isTrue();
        owner.update("DELETE FROM COMMAND_REQUEST WHERE REQUEST_ID = 'c3'");
        assertThat(requestsAndCharges().firstViolation())
                .isEqualTo("2 of 3 charges were accepted for 1 requests that are kept");
    }

    /** Services' and running ones stay for longer than members': they say nothing of the charges that came after them. */
    @Test
    void requestsThatOutliveAPurgeMakeNoOlderChargeMissItsOwn() {
        house.member(KIM, 0);
        house.pay("p1", KIM, 30_000);
        house.chargeMoney.charge(new ChargeMoney.Command(Caller.member(KIM), requestId("c0"), KIM, won(10_000)));
        house.chargeMoney.charge(new ChargeMoney.Command(Caller.member(KIM), requestId("c1"), KIM, won(20_000)));
        Jdbc owner = new Jdbc(DATABASE.ownerDataSource());
        owner.update("UPDATE COMMAND_REQUEST SET STATUS = 'RUNNING', REQUEST_ID = 'other', OPERATION = 'other'"
                + " WHERE REQUEST_ID = 'c0'");
        owner.update("DELETE FROM COMMAND_REQUEST WHERE REQUEST_ID = 'c1'");
        assertThat(count("CALLER LIKE 'service/%'")).isPositive();
        assertThat(count("STATUS = 'RUNNING'")).isPositive();
        house.clock.advance(Duration.ofDays(91));
        house.chargeMoney.charge(new ChargeMoney.Command(Caller.member(KIM), requestId("c2"), KIM, won(30_000)));
        house.chargeMoney.charge(new ChargeMoney.Command(Caller.member(KIM), requestId("c3"), KIM, won(30_000)));
        assertThat(requestsAndCharges().ok()).isTrue();

        owner.update("DELETE FROM COMMAND_REQUEST WHERE REQUEST_ID = 'c3'");
        assertThat(requestsAndCharges().firstViolation())
                .isEqualTo("2 of 4 charges were accepted for 1 requests that are kept");
    }

    private static long count(String where) {
        return DATABASE.jdbc()
                .queryOne(
                        "SELECT COUNT(*) AS ROWS_FOUND FROM COMMAND_REQUEST WHERE " + where,
                        row -> row.getLong("ROWS_FOUND"))
                .orElseThrow();
    }

    private Check requestsAndCharges() {
        return report().checks().stream()
                .filter(check -> check.rule().equals("one request makes one charge"))
                .findFirst()
                .orElseThrow();
    }

    private void firmbankingEnds(ChargeMoney.Accepted charge, String status) {
        house.arrives(() -> house.takeFirmbankingResult.take(
                new FirmbankingResult("charge-" + charge.chargeId(), "f".repeat(32), status, null, 20_000, null)));
    }

    /** A top-up and a payment, one in doubt, one refused, a charge under way, a hold, a settlement. */
    private void aDay() {
        house.member(KIM, 0);
        house.chargeMoney.charge(new ChargeMoney.Command(Caller.member(KIM), requestId("c1"), KIM, won(20_000)));
        house.pay("p1", KIM, 30_000);
        house.banking.next(Behaviour.REFUSES);
        assertThatThrownBy(() -> house.pay("p2", KIM, 30_000)).hasMessageContaining("TOP_UP_REFUSED");
        house.banking.next(Behaviour.COMPLETES_SILENTLY);
        assertThatThrownBy(() -> house.pay("p3", KIM, 15_000)).hasMessageContaining("not said");
        house.clock.advance(Duration.ofSeconds(20));
        house.askOpenCharges.ask();
        house.banking.next(Behaviour.RECEIVES_NOTHING);
        assertThatThrownBy(() -> house.pay("p4", KIM, 40_000)).hasMessageContaining("not said");
        remittances();
        house.transactions.inTransaction(() -> {
            house.bookCommission.book(new CycleSettled("cycle-1", "2011-12-05", 700, 0, null));
            house.bookPayout.book(new PayoutCompleted("payout-1", "cycle-1", 2001, 28_000));
        });
    }

    /** One to a member, one to an account, one that is under way. */
    private void remittances() {
        house.arrives(() -> house.transferMoney.transfer(
                delivery("t1", 'a'), new TransferMoney.Command(KIM, LEE, won(2_000), won(100))));
        house.arrives(() -> house.holdMoney.hold(delivery("h1", 'b'), new HoldMoney.Command(KIM, won(3_500))));
        HoldId held = new HoldId(Objects.requireNonNull(house.answers().get(1).holdId()));
        house.arrives(() -> house.captureMoney.capture(delivery("k1", 'b'), new CaptureMoney.Command(held, won(500))));
        house.arrives(() -> house.holdMoney.hold(delivery("h2", 'c'), new HoldMoney.Command(KIM, won(5_000))));
    }

    private static Delivery delivery(String request, char remittance) {
        return new Delivery(
                "rem-" + request, requestId(request), String.valueOf(remittance).repeat(32));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE POSTING SET AMOUNT_WON = AMOUNT_WON + 1 WHERE ACCOUNT = 'PAYMENT_CLEARING' AND AMOUNT_WON > 0 | I1",
                "DELETE FROM POSTING WHERE LINE_NO = 2 | I1",
                "INSERT INTO ENTRY VALUES ('e', 'PAYMENT', 'r', TIMESTAMP '2011-12-05 00:00:00', 'g') | I1",
                "UPDATE MEMBER_MONEY SET BALANCE_WON = BALANCE_WON + 1 | I3",
                "UPDATE MEMBER_MONEY SET CHANGINGS = CHANGINGS + 1 | I3",
                "DELETE FROM MEMBER_MONEY | I3",
                "UPDATE POSTING SET BALANCE_AFTER_WON = BALANCE_AFTER_WON + 1 WHERE CHANGING_NO = 2 | I3",
                "UPDATE MEMBER_MONEY SET HELD_WON = HELD_WON - 1 WHERE HELD_WON > 0 | I3",
                "UPDATE HOLD SET STATUS = 'RELEASED' | I3",
                "UPDATE HOLD SET STATUS = 'RELEASED' | I11",
                "UPDATE CHARGE SET STATUS = 'FAILED' WHERE STATUS = 'COMPLETED' | I2",
                "UPDATE CHARGE SET STATUS = 'FAILED' WHERE STATUS = 'COMPLETED' | I11",
                "UPDATE STATUS_HISTORY SET TO_STATUS = 'HELD' WHERE TO_STATUS = 'COMPLETED' | I11",
                "UPDATE STATUS_HISTORY SET FROM_STATUS = NULL WHERE STEP_NO = 2 | I11",
                "UPDATE STATUS_HISTORY SET FROM_STATUS = 'COMPLETED' WHERE STEP_NO = 1 | I11",
                "DELETE FROM STATUS_HISTORY WHERE STEP_NO = 1 | I11",
                "UPDATE POSTING SET ACCOUNT = 'ROUNDING' WHERE ACCOUNT = 'CORPORATE_CASH' | I6",
                "UPDATE ENTRY SET REFERENCE = 'r' WHERE CAUSE = 'REMITTANCE' | I4",
                "UPDATE HOLD SET STATUS = 'RELEASED' WHERE STATUS = 'CAPTURED' | I4",
                "UPDATE CHARGE SET ASK_AFTER = TIMESTAMP '2011-12-05 00:00:00' | I7",
                "UPDATE ENTRY SET CAUSE = 'PAYMENT', REFERENCE = 'r' WHERE CAUSE IN ('PAYMENT', 'PAYOUT') | I9",
                "UPDATE ENTRY SET REFERENCE = 'r' WHERE CAUSE = 'TOP_UP' | I9",
                "UPDATE CHARGE SET KIND = 'CHARGE' WHERE STATUS = 'COMPLETED' | I9",
                "DELETE FROM COMMAND_REQUEST | I9",
                "INSERT INTO ACCOUNT_CHECKPOINT VALUES ('ROUNDING', 'z', 1, 1, TIMESTAMP '2011-12-05 00:00:00') | I3"
            })
    void whatIsWrongIsFound(String damage, String invariant) {
        aDay();
        new Jdbc(DATABASE.ownerDataSource()).update(damage);
        assertThat(report().checks())
                .filteredOn(check -> check.invariant().equals(invariant) && !check.ok())
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.firstViolation()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE POSTING SET AMOUNT_WON = 1",
        "DELETE FROM POSTING",
        "UPDATE ENTRY SET REFERENCE = 'x'",
        "DELETE FROM ENTRY",
        "DELETE FROM STATUS_HISTORY",
        "UPDATE STATUS_HISTORY SET TO_STATUS = 'HELD'",
        "DELETE FROM BOOKED_ONCE",
        "UPDATE ACCOUNT_CHECKPOINT SET BALANCE_WON = 0",
        "DELETE FROM CHARGE",
        "DELETE FROM HOLD",
        "DELETE FROM MEMBER_MONEY"
    })
    void theServicesOwnAccountCannotRewriteThePast(String damage) {
        assertThatThrownBy(() -> DATABASE.jdbc().update(damage)).isInstanceOf(JdbcException.class);
    }

    @Test
    void theDatabaseItselfRefusesANegativeBalance() {
        aDay();
        for (String damage : List.of(
                "UPDATE MEMBER_MONEY SET BALANCE_WON = 4999",
                "UPDATE MEMBER_MONEY SET HELD_WON = 15001",
                "UPDATE MEMBER_MONEY SET HELD_WON = 0 - 1")) {
            assertThatThrownBy(() -> DATABASE.jdbc().update(damage))
                    .rootCause()
                    .hasMessageContaining("MEMBER_MONEY_AVAILABLE_CK");
        }
    }

    private AuditReport report() {
        return new MoneyAudit(DATABASE.jdbc(), house.clock).report();
    }
}
