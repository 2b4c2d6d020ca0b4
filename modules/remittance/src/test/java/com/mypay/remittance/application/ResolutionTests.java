package com.mypay.remittance.application;

import static com.mypay.remittance.application.Stage.KIM;
import static com.mypay.remittance.application.Stage.LEE;
import static com.mypay.remittance.application.Stage.TO_ACCOUNT;
import static com.mypay.remittance.application.Stage.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mypay.framework.context.Caller;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.TestCall;
import com.mypay.remittance.application.message.FirmbankingResult.Status;
import com.mypay.remittance.application.message.ResolveFirmbanking;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.RemittanceStatus;
import com.mypay.remittance.domain.Resolution;
import com.mypay.remittance.domain.Resolution.Decision;
import com.mypay.remittance.domain.ResolutionStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The staff's work list, and the two persons who resolve what is on it; in memory and on the database. */
abstract class ResolutionTests {

    private static final Duration LIMIT = Duration.ofMinutes(30);

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.staff("kim"));

    private Stage stage = Stage.inMemory();
    private String id = "";

    abstract Stage newStage();

    @BeforeEach
    void open() {
        stage = newStage();
        stage.members(KIM, LEE);
        id = stage.send(KIM, TO_ACCOUNT, 30_000).remittanceId();
        stage.moneyDoes(id + "-HOLD-1", "b".repeat(32));
        stage.bankingSays(id + "-FIRMBANKING-1", Status.UNKNOWN, "TIMED_OUT", 30_000);
    }

    @Test
    void whatHasWaitedForLongIsOnTheWorkListAndIsAskedOn() {
        stage.realTime.advance(LIMIT.minusSeconds(1));
        assertThat(workList()).isEmpty();
        stage.realTime.advance(Duration.ofSeconds(1));

        assertThat(workList()).singleElement().satisfies(found -> {
            assertThat(found.remittance().id().value()).isEqualTo(id);
            assertThat(found.resolutions()).isEmpty();
        });
        assertThat(stage.house.askAgain.ask()).isOne();
    }

    @Test
    void twoPersonsHaveBankingEndIt() {
        stage.realTime.advance(LIMIT);
        String resolution = propose("kim", Decision.COMPLETED);
        refused(RemittanceProblem.SAME_PERSON, () -> approve("kim", resolution));
        assertThat(stage.outbox.bodies(ResolveFirmbanking.TYPE, ResolveFirmbanking.class))
                .isEmpty();

        assertThat(approve("lee", resolution).status()).isEqualTo("APPROVED");

        assertThat(stage.outbox.bodies(ResolveFirmbanking.TYPE, ResolveFirmbanking.class))
                .containsExactly(new ResolveFirmbanking(
                        id + "-FIRMBANKING-1", "remittance", "COMPLETED", "staff/kim", "staff/lee", "통화로 확인"));
        assertThat(stage.statusOf(id)).isEqualTo(RemittanceStatus.IN_DOUBT);
        assertThat(workList().get(0).resolutions()).extracting(Resolution::id).containsExactly(resolution);

        stage.bankingSays(id + "-FIRMBANKING-1", Status.COMPLETED, null, 30_000);
        stage.moneyDoes(id + "-CAPTURE-1", null);
        assertThat(stage.statusOf(id)).isEqualTo(RemittanceStatus.SUCCEEDED);
    }

    @Test
    void aResolutionIsDecidedOnce() {
        stage.realTime.advance(LIMIT);
        String completed = propose("kim", Decision.COMPLETED);
        String refused = propose("park", Decision.REFUSED);
        approve("lee", completed);
        refused(RemittanceProblem.RESOLUTION_DECIDED, () -> approve("lee", refused));
        refused(RemittanceProblem.RESOLUTION_DECIDED, () -> approve("choi", completed));
        refused(RemittanceProblem.RESOLUTION_NOT_FOUND, () -> approve("lee", "e".repeat(32)));
    }

    /** The bank's word comes through banking; the register says who was contradicted, and whose word holds. */
    @Test
    void whatTheBankContradictsTwoOthersMayCorrect() {
        stage.realTime.advance(LIMIT);
        String refused = propose("kim", Decision.REFUSED);
        approve("lee", refused);
        String completed = propose("park", Decision.COMPLETED);
        refused(RemittanceProblem.RESOLUTION_DECIDED, () -> approve("choi", completed));

        stage.bankingSays(id + "-FIRMBANKING-1", Status.UNKNOWN, "COMPLETED_CONTRADICTED", 30_000);
        refused(RemittanceProblem.RESOLUTION_DECIDED, () -> approve("choi", completed));
        stage.bankingSays(id + "-FIRMBANKING-1", Status.UNKNOWN, "REFUSED_CONTRADICTED", 30_000);
        assertThat(stage.statusOf(id)).isEqualTo(RemittanceStatus.IN_DOUBT);
        refused(RemittanceProblem.RESOLUTION_DECIDED, () -> approve("choi", refused));
        approve("choi", completed);
        stage.bankingSays(id + "-FIRMBANKING-1", Status.UNKNOWN, "REFUSED_CONTRADICTED", 30_000);

        assertThat(workList().get(0).resolutions())
                .extracting(Resolution::id, Resolution::status)
                .containsExactly(tuple(refused, ResolutionStatus.REFUTED), tuple(completed, ResolutionStatus.APPROVED));
        assertThat(stage.outbox.bodies(ResolveFirmbanking.TYPE, ResolveFirmbanking.class))
                .extracting(ResolveFirmbanking::decision, ResolveFirmbanking::resolvedBy)
                .containsExactly(tuple("REFUSED", "staff/kim"), tuple("COMPLETED", "staff/park"));
    }

    @Test
    void whatTheBankMayStillAnswerIsNotResolved() {
        stage.realTime.advance(LIMIT.minusSeconds(1));
        refused(RemittanceProblem.REMITTANCE_NOT_IN_DOUBT, () -> propose("kim", Decision.REFUSED));
        refused(
                RemittanceProblem.REMITTANCE_NOT_FOUND,
                () -> stage.house.resolveRemittance.resolve(new ResolveRemittance.Command(
                        Caller.staff("kim"),
                        new RequestId("r"),
                        new RemittanceId("e".repeat(32)),
                        Decision.REFUSED,
                        "?")));
    }

    @Test
    void whatTheBankHasAnsweredMeanwhileIsNotResolved() {
        stage.realTime.advance(LIMIT);
        String resolution = propose("kim", Decision.COMPLETED);
        stage.bankingSays(id + "-FIRMBANKING-1", Status.REFUSED, "ACCOUNT_CLOSED", 30_000);
        refused(RemittanceProblem.REMITTANCE_NOT_IN_DOUBT, () -> approve("lee", resolution));
        refused(RemittanceProblem.REMITTANCE_NOT_IN_DOUBT, () -> propose("kim", Decision.COMPLETED));
    }

    /** Nobody has said yet that it is unknown: banking may not have it. */
    @Test
    void whatBankingHasNotAnsweredAtAllIsListedButNotResolved() {
        String silent = stage.send(KIM, TO_ACCOUNT, 20_000).remittanceId();
        stage.moneyDoes(silent + "-HOLD-1", "c".repeat(32));
        stage.realTime.advance(LIMIT);
        assertThat(workList()).hasSize(2);
        refused(
                RemittanceProblem.REMITTANCE_NOT_IN_DOUBT,
                () -> stage.house.resolveRemittance.resolve(new ResolveRemittance.Command(
                        Caller.staff("kim"), new RequestId("r"), new RemittanceId(silent), Decision.REFUSED, "?")));
    }

    @Test
    void theWorkListShowsWhatIsStuckFirstThenWhatIsInDoubtPageByPage() {
        String slow = stage.send(LEE, TO_ACCOUNT, 20_000).remittanceId();
        String stuck = stage.send(KIM, TO_ACCOUNT, 10_000).remittanceId();
        stage.moneyDoes(stuck + "-HOLD-1", "d".repeat(32));
        stage.bankingSays(stuck + "-FIRMBANKING-1", Status.COMPLETED, null, 10_000);
        stage.realTime.advance(LIMIT);
        stage.moneyRefuses(stuck + "-CAPTURE-1", "HOLD_NOT_FOUND");
        String second = stage.send(KIM, TO_ACCOUNT, 40_000).remittanceId();
        stage.moneyDoes(second + "-HOLD-1", "e".repeat(32));
        stage.bankingSays(second + "-FIRMBANKING-1", Status.UNKNOWN, "TIMED_OUT", 40_000);
        stage.realTime.advance(LIMIT);
        String resolution = propose("kim", Decision.COMPLETED);

        Page<FindInDoubt.Found> first = stage.house.findInDoubt.find(new PageRequest("", 2));
        assertThat(idsOf(first)).containsExactly(stuck, id);
        assertThat(first.items().get(0).resolutions()).isEmpty();
        assertThat(first.items().get(1).resolutions())
                .extracting(Resolution::id)
                .containsExactly(resolution);
        Page<FindInDoubt.Found> last = stage.house.findInDoubt.find(PageRequest.of(first.nextCursor(), 2));
        assertThat(idsOf(last)).containsExactly(second, slow);
        assertThat(last.nextCursor()).isNull();
    }

    private static List<String> idsOf(Page<FindInDoubt.Found> page) {
        return page.items().stream()
                .map(found -> found.remittance().id().value())
                .toList();
    }

    private List<FindInDoubt.Found> workList() {
        return stage.house.findInDoubt.find(PageRequest.of(null, null)).items();
    }

    private String propose(String login, Decision decision) {
        return stage.house
                .resolveRemittance
                .resolve(new ResolveRemittance.Command(
                        Caller.staff(login), new RequestId(stage.ids.next()), new RemittanceId(id), decision, "통화로 확인"))
                .resolutionId();
    }

    private ResolveRemittance.Answer approve(String login, String resolution) {
        return stage.house.approveResolution.approve(
                new ApproveResolution.Command(Caller.staff(login), new RequestId(stage.ids.next()), resolution));
    }
}
