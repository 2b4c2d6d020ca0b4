package com.mypay.remittance.application;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.Won.won;
import static com.mypay.remittance.application.Stage.KIM;
import static com.mypay.remittance.application.Stage.LEE;
import static com.mypay.remittance.application.Stage.TO_ACCOUNT;
import static com.mypay.remittance.application.Stage.TO_LEE;
import static com.mypay.remittance.application.Stage.refused;
import static com.mypay.remittance.domain.RemittanceStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.TestCall;
import com.mypay.remittance.application.message.FirmbankingResult.Status;
import com.mypay.remittance.domain.Confirmation;
import com.mypay.remittance.domain.PartnerKind;
import com.mypay.remittance.domain.PartnerStatus;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Remittances.Search;
import com.mypay.remittance.domain.Sender;
import com.mypay.remittance.domain.VerificationLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is accepted and what is refused, and what is shown of it, in memory and on the database. */
abstract class AcceptanceTests {

    private static final String HOLD = "b".repeat(32);

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

    // Acceptance

    @Test
    void theSameRequestIsOneRemittance() {
        String token = stage.confirmed(KIM, TO_LEE, VerificationLevel.BASIC);
        RequestRemittance.Answer first = stage.request("r", KIM, token, 30_000);
        assertThat(stage.request("r", KIM, token, 30_000)).isEqualTo(first);
        refused(CommonProblem.REQUEST_ID_REUSED, () -> stage.request("r", KIM, token, 30_001));
        assertThat(stage.sent()).hasSize(1);
    }

    @Test
    void aConfirmationIsGoodOnceForItsSenderForTenMinutes() {
        String used = stage.confirmed(KIM, TO_LEE, VerificationLevel.BASIC);
        stage.request("r1", KIM, used, 1_000);
        refused(RemittanceProblem.CONFIRMATION_USED, () -> stage.request("r2", KIM, used, 1_000));

        String lees = stage.confirmed(LEE, TO_ACCOUNT, VerificationLevel.BASIC);
        refused(RemittanceProblem.CONFIRMATION_NOT_FOUND, () -> stage.request("r3", KIM, lees, 1_000));
        refused(RemittanceProblem.CONFIRMATION_NOT_FOUND, () -> stage.request("r4", KIM, "e".repeat(32), 1_000));

        String old = stage.confirmed(KIM, TO_LEE, VerificationLevel.BASIC);
        stage.clock.advance(Confirmation.GOOD_FOR.minusMillis(1));
        stage.request("r5", KIM, stage.confirmed(KIM, TO_LEE, VerificationLevel.BASIC), 1_000);
        stage.clock.advance(Duration.ofMillis(1));
        refused(RemittanceProblem.CONFIRMATION_EXPIRED, () -> stage.request("r6", KIM, old, 1_000));
    }

    @Test
    void whatIsRefusedUsesNothingUp() {
        String token = stage.confirmed(KIM, TO_LEE, VerificationLevel.BASIC);
        refused(RemittanceProblem.LIMIT_PER_CALL, () -> stage.request("r1", KIM, token, 300_001));
        assertThat(stage.request("r1", KIM, token, 300_000).status()).isEqualTo("PREPARING");
    }

    @Test
    void limitsAreByLevelCallDayAndMonth() {
        sendBasic(300_000);
        sendBasic(200_000);
        refused(RemittanceProblem.LIMIT_PER_DAY, () -> sendBasic(1));
        // A verified sender may send more, and has used the same
        refused(RemittanceProblem.LIMIT_PER_CALL, () -> stage.send(KIM, TO_LEE, 2_000_001));
        stage.send(KIM, TO_LEE, 2_000_000);
        stage.send(KIM, TO_LEE, 2_000_000);
        refused(RemittanceProblem.LIMIT_PER_DAY, () -> stage.send(KIM, TO_LEE, 500_001));

        for (int day = 0; day < 9; day++) {
            stage.clock.advance(Duration.ofDays(1));
            stage.send(KIM, TO_LEE, 2_000_000);
            stage.send(KIM, TO_LEE, 2_000_000);
            stage.send(KIM, TO_LEE, 1_000_000);
        }
        stage.clock.advance(Duration.ofDays(1));
        stage.send(KIM, TO_LEE, 500_000);
        refused(RemittanceProblem.LIMIT_PER_MONTH, () -> stage.send(KIM, TO_LEE, 1));
        stage.clock.setInSeoul("2012-01-01T00:00");
        stage.send(KIM, TO_LEE, 2_000_000);
    }

    @Test
    void whatWasNotSentDoesNotCount() {
        String id = sendBasic(300_000);
        sendBasic(200_000);
        refused(RemittanceProblem.LIMIT_PER_DAY, () -> sendBasic(1));
        stage.moneyRefuses(id + "-TRANSFER-1", "MEMBER_NOT_ACTIVE");
        sendBasic(300_000);
        refused(RemittanceProblem.LIMIT_PER_DAY, () -> sendBasic(1));

        // What fails on another day gives nothing back to this one
        stage.clock.advance(Duration.ofDays(1));
        sendBasic(300_000);
        stage.moneyRefuses(stage.sent().get(1).replaceAll("^rem-|-1$", ""), "MEMBER_NOT_ACTIVE");
        sendBasic(200_000);
        refused(RemittanceProblem.LIMIT_PER_DAY, () -> sendBasic(1));
    }

    private String sendBasic(long amountWon) {
        return stage.request(stage.ids.next(), KIM, stage.confirmed(KIM, TO_LEE, VerificationLevel.BASIC), amountWon)
                .remittanceId();
    }

    @Test
    void bothSidesAreActive() {
        stage.tell(LEE, PartnerKind.PERSONAL, PartnerStatus.SUSPENDED, 2);
        refused(RemittanceProblem.PAYEE_NOT_ACTIVE, () -> stage.send(KIM, TO_LEE, 1_000));
        refused(RemittanceProblem.MEMBER_NOT_ACTIVE, () -> stage.send(LEE, TO_ACCOUNT, 1_000));
        stage.tell(LEE, PartnerKind.PERSONAL, PartnerStatus.ACTIVE, 3);
        stage.send(KIM, TO_LEE, 1_000);
        // What comes late changes nothing
        stage.tell(LEE, PartnerKind.PERSONAL, PartnerStatus.SUSPENDED, 2);
        stage.send(KIM, TO_LEE, 1_000);
    }

    @Test
    void nobodySendsForAnother() {
        String token = stage.confirmed(KIM, TO_LEE, VerificationLevel.BASIC);
        refused(
                RemittanceProblem.MEMBER_NOT_FOUND,
                () -> stage.house.requestRemittance.request(new RequestRemittance.Command(
                        Caller.member(LEE), new RequestId("r"), KIM, token, won(1_000), "")));
        MemberId unknown = memberId(1003);
        refused(RemittanceProblem.MEMBER_NOT_FOUND, () -> stage.send(unknown, TO_ACCOUNT, 1_000));
        refused(RemittanceProblem.PAYEE_NOT_FOUND, () -> stage.send(KIM, Payee.member(unknown, "?"), 1_000));
    }

    @Test
    void onlySoManyWaitForTheirTurn() {
        Sender busy = Sender.stored(
                KIM,
                new Sender.State(Sender.MAX_WAITING + 1, 1, new RemittanceId("e".repeat(32)), MONDAY, won(0), won(0)));
        stage.transactions.inTransaction(() -> {
            stage.tables.senders().lock(KIM, MONDAY);
            stage.tables.senders().changed(busy);
        });
        refused(RemittanceProblem.TOO_MANY_WAITING, () -> stage.send(KIM, TO_LEE, 1_000));
    }

    // Looking

    @Test
    void itsSenderSeesEachStepWithItsTime() {
        String id = stage.send(KIM, TO_ACCOUNT, 30_000).remittanceId();
        Instant began = stage.clock.instant();
        stage.clock.advance(Duration.ofSeconds(3));
        stage.moneyDoes(id + "-HOLD-1", HOLD);

        FindRemittances.Found found = stage.house.findRemittances.byId(Caller.member(KIM), new RemittanceId(id));
        assertThat(found.remittance().order().payee()).isEqualTo(TO_ACCOUNT);
        assertThat(found.moves())
                .extracting(move -> move.status() + " " + move.step())
                .containsExactly("REQUESTED null", "PREPARING HOLD", "HELD null", "SENT FIRMBANKING");
        assertThat(found.moves().get(0).at()).isEqualTo(began);
        assertThat(found.moves().get(3).at()).isEqualTo(began.plusSeconds(3));
        refused(
                RemittanceProblem.REMITTANCE_NOT_FOUND,
                () -> stage.house.findRemittances.byId(Caller.member(LEE), new RemittanceId(id)));
    }

    @Test
    void aMembersRemittancesAreFoundByPeriodAndStatusPageByPage() {
        String first = stage.send(KIM, TO_LEE, 1_000).remittanceId();
        stage.moneyDoes(first + "-TRANSFER-1", null);
        stage.clock.advance(Duration.ofHours(1));
        Instant later = stage.clock.instant();
        String second = stage.send(KIM, TO_LEE, 2_000).remittanceId();
        String third = stage.send(KIM, TO_LEE, 3_000).remittanceId();
        stage.send(LEE, TO_ACCOUNT, 4_000);

        Page<Remittance> page = search(new Search(KIM, null, null, null), new PageRequest("", 2));
        assertThat(idsOf(page)).containsExactly(third, second);
        PageRequest next = PageRequest.of(page.nextCursor(), 2);
        assertThat(idsOf(search(new Search(KIM, null, null, null), next))).containsExactly(first);
        assertThat(idsOf(search(new Search(KIM, later, null, null), new PageRequest("", 9))))
                .containsExactly(third, second);
        assertThat(idsOf(search(new Search(KIM, null, later, null), new PageRequest("", 9))))
                .containsExactly(first);
        assertThat(idsOf(search(new Search(KIM, null, null, SUCCEEDED), new PageRequest("", 9))))
                .containsExactly(first);
        refused(
                RemittanceProblem.MEMBER_NOT_FOUND,
                () -> stage.house.findRemittances.ofMember(
                        Caller.member(LEE), new Search(KIM, null, null, null), new PageRequest("", 9)));
        refused(CommonProblem.CURSOR_INVALID, () -> search(new Search(KIM, null, null, null), new PageRequest("x", 9)));
    }

    private Page<Remittance> search(Search search, PageRequest page) {
        return stage.house.findRemittances.ofMember(Caller.member(KIM), search, page);
    }

    private static List<String> idsOf(Page<Remittance> page) {
        return page.items().stream().map(remittance -> remittance.id().value()).toList();
    }

    @Test
    void monitoringSeesWhatIsOpen() {
        assertThat(whatIsOpen().oldestRequestedAt()).isNull();
        String id = stage.send(KIM, TO_ACCOUNT, 1_000).remittanceId();
        Instant oldest = stage.clock.instant();
        stage.moneyDoes(id + "-HOLD-1", HOLD);
        stage.bankingSays(id + "-FIRMBANKING-1", Status.UNKNOWN, "TIMED_OUT", 1_000);
        stage.clock.advance(Duration.ofHours(1));
        stage.send(KIM, TO_LEE, 1_000);
        assertThat(whatIsOpen().remittances()).isEqualTo(2);
        assertThat(whatIsOpen().inDoubt()).isOne();
        assertThat(whatIsOpen().oldestRequestedAt()).isEqualTo(oldest);
    }

    private Remittances.Open whatIsOpen() {
        return stage.transactions.inTransaction(() -> stage.tables.remittances().open());
    }
}
