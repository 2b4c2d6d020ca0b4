package com.mypay.remittance.application;

import static com.mypay.framework.value.Won.won;
import static com.mypay.remittance.application.Stage.KIM;
import static com.mypay.remittance.application.Stage.LEE;
import static com.mypay.remittance.application.Stage.TO_ACCOUNT;
import static com.mypay.remittance.application.Stage.TO_LEE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.Caller;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.remittance.adapter.out.persistence.OpenRemittances;
import com.mypay.remittance.adapter.out.persistence.RemittanceAudit;
import com.mypay.remittance.application.message.FirmbankingResult.Status;
import com.mypay.remittance.domain.Schedule;
import com.mypay.remittance.domain.VerificationLevel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit sees what is right, and each rule sees what breaks it. */
class RemittanceAuditTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("REMITTANCE");

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.member(KIM));

    private final Stage stage = Stage.on(DATABASE);
    private final RemittanceAudit audit = new RemittanceAudit(DATABASE.jdbc(), stage.clock, stage.realTime);
    private String transferred = "";
    private String held = "";
    private String waiting = "";

    @BeforeEach
    void remittances() {
        stage.members(KIM, LEE);
        transferred = stage.send(KIM, TO_LEE, 30_000).remittanceId();
        stage.moneyDoes(transferred + "-TRANSFER-1", null);
        held = stage.send(KIM, TO_ACCOUNT, 20_000).remittanceId();
        stage.moneyDoes(held + "-HOLD-1", "b".repeat(32));
        stage.bankingSays(held + "-FIRMBANKING-1", Status.UNKNOWN, "TIMED_OUT", 20_000);
        String failed = stage.send(KIM, TO_LEE, 7_000).remittanceId();
        stage.moneyRefuses(failed + "-TRANSFER-1", "MEMBER_NOT_ACTIVE");
        stage.send(KIM, TO_LEE, 5_000);
        waiting = stage.send(KIM, TO_LEE, 6_000).remittanceId();
    }

    /** Money has to remember what it was asked for it. */
    @Test
    void aRemittanceIsOpenWorkUntilItEnds() {
        OpenRemittances open = new OpenRemittances(DATABASE.jdbc(), DATABASE.transactions());
        assertThat(open.oldest()).contains(stage.clock.instant());
        DATABASE.transactions()
                .inTransaction(() -> DATABASE.jdbc()
                        .update("UPDATE REMITTANCE SET STATUS = 'FAILED', STEP = NULL, ANSWER_DUE = NULL,"
                                + " WAITING_SINCE = NULL, ENDED_TIMESTAMP = REQUESTED_TIMESTAMP"
                                + " WHERE ENDED_TIMESTAMP IS NULL"));
        assertThat(open.oldest()).isEmpty();
    }

    @Test
    void whatIsRightIsRight() {
        assertThat(report().checks()).allMatch(Check::ok);
        assertThat(report().totals())
                .containsEntry("remittances", 5L)
                .containsEntry("open", 3L)
                .containsEntry("inDoubt", 1L)
                .containsEntry("memberSucceeded", 1L)
                .containsEntry("memberSucceededWon", 30_000L)
                .containsEntry("memberSucceededFeeWon", 0L)
                .containsEntry("accountSucceeded", 0L)
                .containsEntry("held", 1L)
                .containsEntry("heldWon", 20_500L);

        stage.bankingSays(held + "-FIRMBANKING-1", Status.COMPLETED, null, 20_000);
        stage.moneyDoes(held + "-CAPTURE-1", null);
        assertThat(report().totals())
                .containsEntry("accountSucceeded", 1L)
                .containsEntry("accountSucceededWon", 20_000L)
                .containsEntry("accountSucceededFeeWon", 500L)
                .containsEntry("heldWon", 0L);
    }

    @Test
    void aStepThatIsNotAllowedIsFound() {
        spoil("INSERT INTO REMITTANCE_HISTORY (REMITTANCE_ID, LINE_NO, STATUS, STEP, ROUND_NO, REASON_CODE,"
                + " CHANGED_TIMESTAMP, GUID) SELECT REMITTANCE_ID, 9, 'PREPARING', STEP, ROUND_NO, REASON_CODE,"
                + " CHANGED_TIMESTAMP, GUID FROM REMITTANCE_HISTORY WHERE LINE_NO = 3 AND REMITTANCE_ID = '"
                + transferred
                + "'");
        assertThat(violated()).containsExactly("remittances go only through legal states");
    }

    @Test
    void aRemittanceThatIsNotWhereItsHistoryEndsIsFound() {
        spoil("UPDATE REMITTANCE SET STATUS = 'FAILED' WHERE REMITTANCE_ID = '" + transferred + "'");
        assertThat(violated())
                .containsExactly(
                        "a remittance is where its history ends",
                        "what counts for a sender's day and month is what it has sent");
    }

    @Test
    void aRemittanceThatNobodyComesBackToIsFound() {
        spoil("UPDATE SENDER SET IN_MONEY_STEP = NULL");
        assertThat(report().checks())
                .filteredOn(check -> !check.ok())
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.invariant()).isEqualTo("I7");
                    assertThat(check.firstViolation()).isEqualTo(waiting);
                });
    }

    @Test
    void twoThatSpendAtOnceAreFound() {
        spoil(
                "UPDATE REMITTANCE SET STATUS = 'PREPARING', STEP = 'TRANSFER', ANSWER_DUE = TIMESTAMP '2099-03-02 00:00:00',"
                        + " WAITING_SINCE = TIMESTAMP '2026-03-02 00:00:00' WHERE REMITTANCE_ID = '" + waiting + "'");
        assertThat(violated())
                .containsExactly(
                        "a remittance is where its history ends", "of a sender one remittance at a time spends money");
    }

    @Test
    void anAnswerThatNobodyAsksForAnyMoreIsFound() {
        stage.realTime.advance(Duration.ofMinutes(6));
        assertThat(violated())
                .containsExactly("what is open waits for an answer until a time, or for an earlier one of its sender");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DAY_WON = DAY_WON - 1", "DAY_WON = DAY_WON + 1", "MONTH_WON = 0"})
    void aLimitThatWasUsedOtherwiseIsFound(String damage) {
        spoil("UPDATE SENDER SET " + damage);
        assertThat(violated()).containsExactly("what counts for a sender's day and month is what it has sent");
    }

    @Test
    void aStandingRemittanceThatIsNotSentIsFound() {
        String token = stage.confirmed(KIM, TO_LEE, VerificationLevel.BASIC);
        stage.house.scheduleRemittance.schedule(new ScheduleRemittance.Command(
                Caller.member(KIM),
                new RequestId("s"),
                KIM,
                token,
                won(1_000),
                "",
                Schedule.once(BusinessClock.businessDate(stage.clock))));
        stage.clock.advance(Duration.ofDays(1));
        assertThat(violated()).isEmpty();
        stage.clock.advance(Duration.ofDays(1));
        assertThat(violated()).containsExactly("a standing remittance is sent on its date");
    }

    @Test
    void aConfirmationThatWasUsedWithAnotherIsFound() {
        spoil("UPDATE CONFIRMATION SET USED_FOR = '" + transferred + "'");
        assertThat(violated()).containsExactly("one confirmation makes one remittance");
    }

    private AuditReport report() {
        return stage.transactions.inTransaction(audit::report);
    }

    private List<String> violated() {
        return report().checks().stream()
                .filter(check -> !check.ok())
                .map(Check::rule)
                .toList();
    }

    private static void spoil(String sql) {
        new Jdbc(DATABASE.ownerDataSource()).update(sql);
    }
}
