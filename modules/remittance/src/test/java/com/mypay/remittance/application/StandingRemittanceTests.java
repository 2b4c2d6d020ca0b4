package com.mypay.remittance.application;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.Won.won;
import static com.mypay.remittance.application.Stage.KIM;
import static com.mypay.remittance.application.Stage.LEE;
import static com.mypay.remittance.application.Stage.TO_ACCOUNT;
import static com.mypay.remittance.application.Stage.TO_LEE;
import static com.mypay.remittance.application.Stage.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.Caller;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.TestCall;
import com.mypay.remittance.domain.PartnerKind;
import com.mypay.remittance.domain.PartnerStatus;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.RemittanceStatus;
import com.mypay.remittance.domain.Remittances.Search;
import com.mypay.remittance.domain.Schedule;
import com.mypay.remittance.domain.Sender;
import com.mypay.remittance.domain.StandingRemittance;
import com.mypay.remittance.domain.StandingStatus;
import com.mypay.remittance.domain.VerificationLevel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Money on a date and each month, in memory and on the database. */
abstract class StandingRemittanceTests {

    private static final MemberId PARK = memberId(1003);
    private static final LocalDate MONDAY = LocalDate.of(2011, 12, 5);

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.member(KIM));

    Stage stage = Stage.inMemory();

    abstract Stage newStage();

    @BeforeEach
    void open() {
        stage = newStage();
        stage.members(KIM, LEE);
    }

    @Test
    void onItsDateItIsRequestedOnce() {
        ScheduleRemittance.Answer answer = schedule(TO_ACCOUNT, Schedule.once(MONDAY.plusDays(2)));
        assertThat(answer.nextDate()).isEqualTo("2011-12-07");
        stage.clock.advance(Duration.ofDays(1));
        assertThat(stage.house.runStandingRemittances.run()).isZero();

        stage.clock.advance(Duration.ofDays(1));
        assertThat(stage.house.runStandingRemittances.run()).isOne();
        assertThat(stage.house.runStandingRemittances.run()).isZero();

        assertThat(remittances()).singleElement().satisfies(remittance -> {
            assertThat(remittance.accepted().standingId()).isEqualTo(answer.standingRemittanceId());
            assertThat(remittance.order().payee()).isEqualTo(TO_ACCOUNT);
            assertThat(remittance.order().amount()).isEqualTo(won(100_000));
            assertThat(remittance.order().memo()).isEqualTo("월세");
            assertThat(remittance.status()).isEqualTo(RemittanceStatus.PREPARING);
        });
        assertThat(standing().status()).isEqualTo(StandingStatus.ENDED);
        assertThat(standing().nextDate()).isEmpty();
    }

    @Test
    void eachMonthUntilItsEndOnAShortMonthsLastDay() {
        schedule(TO_LEE, Schedule.monthly(31, LocalDate.of(2012, 2, 29)));
        assertThat(standing().nextDate()).contains(LocalDate.of(2011, 12, 31));
        runOn("2011-12-31T00:00");
        assertThat(standing().nextDate()).contains(LocalDate.of(2012, 1, 31));
        runOn("2012-01-31T23:59");
        assertThat(standing().nextDate()).contains(LocalDate.of(2012, 2, 29));
        runOn("2012-02-29T12:00");
        assertThat(standing().status()).isEqualTo(StandingStatus.ENDED);
        assertThat(remittances()).hasSize(3);
    }

    @Test
    void daysThatWereMissedAreCaughtUpWithOne() {
        schedule(TO_LEE, Schedule.monthly(10, null));
        stage.clock.setInSeoul("2012-03-15T12:00");
        assertThat(stage.house.runStandingRemittances.run()).isOne();
        assertThat(stage.house.runStandingRemittances.run()).isZero();
        assertThat(remittances()).hasSize(1);
        assertThat(standing().nextDate()).contains(LocalDate.of(2012, 4, 10));
    }

    @Test
    void whatARuleRefusesThenHasFailedWithItsReason() {
        schedule(TO_LEE, Schedule.once(MONDAY));
        stage.tell(LEE, PartnerKind.PERSONAL, PartnerStatus.SUSPENDED, 2);
        assertThat(stage.house.runStandingRemittances.run()).isOne();

        Remittance failed = remittances().get(0);
        assertThat(failed.status()).isEqualTo(RemittanceStatus.FAILED);
        assertThat(failed.progress().reasonCode()).isEqualTo("PAYEE_NOT_ACTIVE");
        assertThat(stage.lifeOf(failed.id().value()))
                .containsExactly(RemittanceStatus.REQUESTED, RemittanceStatus.FAILED);
        assertThat(stage.sent()).isEmpty();
        // It stands in nobody's way and has used no limit up
        assertThat(stage.send(KIM, TO_ACCOUNT, 1_000).status()).isEqualTo("PREPARING");
    }

    @Test
    void theLimitsAreThoseOfTheDay() {
        schedule(TO_LEE, Schedule.once(MONDAY), 400_000);
        schedule(TO_LEE, Schedule.once(MONDAY), 400_000);
        assertThat(stage.house.runStandingRemittances.run()).isEqualTo(2);
        assertThat(remittances())
                .allSatisfy(remittance ->
                        assertThat(remittance.progress().reasonCode()).isEqualTo("LIMIT_PER_CALL"));

        stage.banking.verified(KIM);
        schedule(TO_LEE, Schedule.once(MONDAY), 400_000);
        stage.house.runStandingRemittances.run();
        assertThat(remittances().get(0).status()).isEqualTo(RemittanceStatus.PREPARING);
    }

    /** Its sender knows the standing remittance's id and its date. */
    @Test
    void nobodyCanUseItsRequestIdUp() {
        String id = schedule(TO_LEE, Schedule.once(MONDAY)).standingRemittanceId();
        for (String prefix : List.of("", "standing-")) {
            stage.request(
                    prefix + id + "-" + MONDAY, KIM, stage.confirmed(KIM, TO_ACCOUNT, VerificationLevel.BASIC), 1);
        }
        assertThat(stage.house.runStandingRemittances.run()).isOne();
        assertThat(standing().status()).isEqualTo(StandingStatus.ENDED);
    }

    @Test
    void manyThatFailDoNotHoldUpTheOthers() {
        stage.banking.failsFor(KIM);
        for (int i = 0; i < StandingRemittance.MAX_ACTIVE; i++) {
            schedule(KIM, TO_LEE);
            schedule(PARK, TO_LEE);
        }
        stage.banking.failsFor(PARK);
        schedule(LEE, Payee.member(KIM, "김철수"));
        assertThat(stage.house.runStandingRemittances.run()).isOne();
    }

    @Test
    void whileTooManyWaitItIsTriedAgain() {
        schedule(TO_LEE, Schedule.once(MONDAY), 1);
        String first = stage.send(KIM, TO_LEE, 1).remittanceId();
        for (int i = 0; i < Sender.MAX_WAITING; i++) {
            stage.send(KIM, TO_LEE, 1);
        }
        assertThat(stage.house.runStandingRemittances.run()).isZero();
        assertThat(standing().nextDate()).contains(MONDAY);
        stage.moneyDoes(first + "-TRANSFER-1", null);
        assertThat(stage.house.runStandingRemittances.run()).isOne();
    }

    @Test
    void whileBankingIsAwayItWaits() {
        schedule(TO_LEE, Schedule.once(MONDAY));
        stage.banking.goAway();
        assertThat(stage.house.runStandingRemittances.run()).isZero();
        stage.banking.comeBack();
        assertThat(stage.house.runStandingRemittances.run()).isOne();
    }

    @Test
    void aCancelledOneSendsNothingMore() {
        String id = schedule(TO_LEE, Schedule.monthly(10, null)).standingRemittanceId();
        refused(RemittanceProblem.STANDING_NOT_FOUND, () -> cancel(Caller.member(LEE), id));
        refused(RemittanceProblem.STANDING_NOT_FOUND, () -> cancel(Caller.member(KIM), "e".repeat(32)));
        assertThat(cancel(Caller.member(KIM), id).status()).isEqualTo("CANCELLED");
        refused(RemittanceProblem.STANDING_ENDED, () -> cancel(Caller.member(KIM), id));
        stage.clock.advance(Duration.ofDays(100));
        assertThat(stage.house.runStandingRemittances.run()).isZero();
        assertThat(remittances()).isEmpty();
    }

    @Test
    void aScheduleHasADateWithinAYear() {
        refused(RemittanceProblem.SCHEDULE_EMPTY, () -> schedule(TO_LEE, Schedule.once(MONDAY.minusDays(1))));
        refused(
                RemittanceProblem.SCHEDULE_EMPTY,
                () -> schedule(TO_LEE, Schedule.once(MONDAY.plusYears(1).plusDays(1))));
        refused(RemittanceProblem.SCHEDULE_EMPTY, () -> schedule(TO_LEE, Schedule.monthly(31, MONDAY.plusDays(25))));
        schedule(TO_LEE, Schedule.once(MONDAY.plusYears(1)));
        schedule(TO_LEE, Schedule.monthly(31, MONDAY.plusDays(26)));
    }

    @Test
    void itNeedsAConfirmationOfItsOwn() {
        String token = stage.confirmed(KIM, TO_LEE, VerificationLevel.BASIC);
        schedule("r1", Caller.member(KIM), token, Schedule.once(MONDAY), 1_000);
        refused(
                RemittanceProblem.CONFIRMATION_USED,
                () -> schedule("r2", Caller.member(KIM), token, Schedule.once(MONDAY), 1_000));
        refused(
                RemittanceProblem.MEMBER_NOT_FOUND,
                () -> schedule("r3", Caller.member(LEE), token, Schedule.once(MONDAY), 1_000));
    }

    @Test
    void aSenderHasOnlySoMany() {
        for (int i = 0; i < StandingRemittance.MAX_ACTIVE; i++) {
            schedule(TO_LEE, Schedule.monthly(10, null));
        }
        refused(RemittanceProblem.TOO_MANY_STANDING, () -> schedule(TO_LEE, Schedule.monthly(10, null)));
    }

    @Test
    void aMemberSeesItsOwnTheNewestFirst() {
        String first = schedule(TO_LEE, Schedule.monthly(10, null)).standingRemittanceId();
        String second = schedule(TO_ACCOUNT, Schedule.once(MONDAY)).standingRemittanceId();
        var page = stage.house.findStandingRemittances.ofMember(Caller.member(KIM), KIM, new PageRequest("", 1));
        assertThat(page.items()).extracting(StandingRemittance::id).containsExactly(second);
        assertThat(page.items().get(0).content().payee()).isEqualTo(TO_ACCOUNT);
        var next = stage.house.findStandingRemittances.ofMember(
                Caller.member(KIM), KIM, PageRequest.of(page.nextCursor(), 1));
        assertThat(next.items()).extracting(StandingRemittance::id).containsExactly(first);
        assertThat(next.items().get(0).schedule()).isEqualTo(Schedule.monthly(10, null));
        refused(
                RemittanceProblem.MEMBER_NOT_FOUND,
                () -> stage.house.findStandingRemittances.ofMember(Caller.member(LEE), KIM, new PageRequest("", 1)));
    }

    private void runOn(String localTime) {
        stage.clock.setInSeoul(localTime);
        assertThat(stage.house.runStandingRemittances.run()).isOne();
    }

    ScheduleRemittance.Answer schedule(Payee payee, Schedule schedule) {
        return schedule(payee, schedule, 100_000);
    }

    private void schedule(MemberId sender, Payee payee) {
        stage.house.scheduleRemittance.schedule(new ScheduleRemittance.Command(
                Caller.member(sender),
                new RequestId(stage.ids.next()),
                sender,
                stage.confirmed(sender, payee, VerificationLevel.BASIC),
                won(1_000),
                "",
                Schedule.once(MONDAY)));
    }

    private ScheduleRemittance.Answer schedule(Payee payee, Schedule schedule, long amountWon) {
        String token = stage.confirmed(KIM, payee, VerificationLevel.BASIC);
        return schedule(stage.ids.next(), Caller.member(KIM), token, schedule, amountWon);
    }

    private ScheduleRemittance.Answer schedule(
            String request, Caller caller, String token, Schedule schedule, long amountWon) {
        return stage.house.scheduleRemittance.schedule(new ScheduleRemittance.Command(
                caller, new RequestId(request), KIM, token, won(amountWon), "월세", schedule));
    }

    private CancelStandingRemittance.Answer cancel(Caller caller, String id) {
        return stage.house.cancelStandingRemittance.cancel(
                new CancelStandingRemittance.Command(caller, new RequestId(stage.ids.next()), id));
    }

    private StandingRemittance standing() {
        return stage.house
                .findStandingRemittances
                .ofMember(Caller.member(KIM), KIM, new PageRequest("", 1))
                .items()
                .get(0);
    }

    List<Remittance> remittances() {
        return stage.house
                .findRemittances
                .ofMember(Caller.member(KIM), new Search(KIM, null, null, null), new PageRequest("", 100))
                .items();
    }
}
