package com.mypay.remittance.application;

import static com.mypay.framework.value.Won.won;
import static com.mypay.remittance.application.Stage.KIM;
import static com.mypay.remittance.application.Stage.LEE;
import static com.mypay.remittance.application.Stage.TO_ACCOUNT;
import static com.mypay.remittance.application.Stage.TO_LEE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.Caller;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.TestCall;
import com.mypay.remittance.domain.Answer;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.PayeeKind;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.RemittanceMove;
import com.mypay.remittance.domain.RemittanceStatus;
import com.mypay.remittance.domain.Step;
import com.mypay.remittance.domain.StepRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state × every message: where it leads, or that it is ignored; never an exception, never an illegal move. */
class OrchestratorTableTest {

    private static final String HOLD_ID = "b".repeat(32);
    private static final String IGNORED = "ignored";

    /** More rounds than any remittance has. */
    private static final int ROUNDS = 5;

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.member(KIM));

    /** Where a remittance can be, and the way there. */
    private enum State {
        WAITING(PayeeKind.MEMBER),
        TRANSFER(PayeeKind.MEMBER),
        TRANSFER_TOPPING_UP(PayeeKind.MEMBER, "SHORT"),
        TRANSFER_AGAIN(PayeeKind.MEMBER, "SHORT DONE"),
        TRANSFER_LAST(PayeeKind.MEMBER, "SHORT DONE SHORT DONE SHORT DONE"),
        TRANSFERRED(PayeeKind.MEMBER, "DONE"),
        TRANSFER_REFUSED(PayeeKind.MEMBER, "REFUSED"),
        HOLD(PayeeKind.ACCOUNT),
        HOLD_TOPPING_UP(PayeeKind.ACCOUNT, "SHORT"),
        HOLD_AGAIN(PayeeKind.ACCOUNT, "SHORT DONE"),
        HOLD_LAST(PayeeKind.ACCOUNT, "SHORT DONE SHORT DONE SHORT DONE"),
        HOLD_CANCELLED(PayeeKind.ACCOUNT, "CANCEL"),
        FIRMBANKING(PayeeKind.ACCOUNT, "DONE"),
        FIRMBANKING_IN_DOUBT(PayeeKind.ACCOUNT, "DONE UNKNOWN"),
        CAPTURE(PayeeKind.ACCOUNT, "DONE DONE"),
        CAPTURE_STUCK(PayeeKind.ACCOUNT, "DONE DONE REFUSED"),
        CAPTURE_AFTER_DOUBT(PayeeKind.ACCOUNT, "DONE UNKNOWN DONE"),
        RELEASE(PayeeKind.ACCOUNT, "DONE REFUSED"),
        RELEASE_STUCK(PayeeKind.ACCOUNT, "DONE REFUSED REFUSED"),
        RELEASE_AFTER_DOUBT(PayeeKind.ACCOUNT, "DONE UNKNOWN REFUSED"),
        RELEASE_CANCELLED(PayeeKind.ACCOUNT, "CANCEL DONE"),
        CAPTURED(PayeeKind.ACCOUNT, "DONE DONE DONE"),
        RELEASED(PayeeKind.ACCOUNT, "DONE REFUSED DONE"),
        CANCELLED(PayeeKind.ACCOUNT, "CANCEL DONE DONE");

        private final PayeeKind to;
        private final String way;

        State(PayeeKind to) {
            this(to, "");
        }

        State(PayeeKind to, String way) {
            this.to = to;
            this.way = way;
        }

        Payee payee() {
            return to == PayeeKind.MEMBER ? TO_LEE : TO_ACCOUNT;
        }

        /** Answers, and CANCEL. */
        List<String> way() {
            return Arrays.stream(way.split(" ")).filter(word -> !word.isEmpty()).toList();
        }
    }

    /** A remittance in a state, in a world of its own. */
    private static final class Scene {
        private final Stage stage = Stage.inMemory();
        private final RemittanceId id;

        Scene(State state) {
            stage.members(KIM, LEE);
            if (state == State.WAITING) {
                stage.send(KIM, TO_LEE, 10_000);
            }
            id = new RemittanceId(stage.send(KIM, state.payee(), 30_000).remittanceId());
            for (String word : state.way()) {
                if (word.equals("CANCEL")) {
                    cancel();
                } else {
                    answer(remittance().waitsFor().orElseThrow(), Answer.Kind.valueOf(word));
                }
            }
        }

        private void cancel() {
            stage.house.cancelRemittance.cancel(
                    new CancelRemittance.Command(Caller.member(KIM), new RequestId("c"), id));
        }

        Remittance remittance() {
            return stage.remittance(id.value());
        }

        /** {@code PREPARING TRANSFER-1}. */
        String state() {
            String waitsFor = remittance()
                    .waitsFor()
                    .map(request -> " " + request.step() + "-" + request.round())
                    .orElse("");
            return remittance().status() + waitsFor;
        }

        String answer(StepRequest request, Answer.Kind kind) {
            long ignored = ignored();
            stage.transactions.inTransaction(
                    () -> stage.house.orchestrator.take(request, OrchestratorTableTest.answer(request.step(), kind)));
            return ignored() > ignored ? IGNORED : state();
        }

        private long ignored() {
            return stage.figures.count("ignored LATE")
                    + stage.figures.count("ignored UNEXPECTED")
                    + stage.figures.count("ignored UNKNOWN");
        }
    }

    private static Answer answer(Step step, Answer.Kind kind) {
        return switch (kind) {
            case DONE ->
                step == Step.TOP_UP ? Answer.toppedUp(won(10_000)) : Answer.done(step == Step.HOLD ? HOLD_ID : null);
            case SHORT -> Answer.shortBy(won(7_000));
            case REFUSED -> Answer.refused("NO_LINKED_ACCOUNT", null);
            case UNKNOWN -> Answer.unknown("TIMED_OUT", null);
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # state                       | is                      | DONE                  | SHORT              | REFUSED            | UNKNOWN
            TRANSFER                      | PREPARING TRANSFER-1    | SUCCEEDED             | PREPARING TOP_UP-1 | FAILED             | ignored
            TRANSFER_TOPPING_UP           | PREPARING TOP_UP-1      | PREPARING TRANSFER-2  | ignored            | FAILED             | ignored
            TRANSFER_AGAIN                | PREPARING TRANSFER-2    | SUCCEEDED             | PREPARING TOP_UP-2 | FAILED             | ignored
            TRANSFER_LAST                 | PREPARING TRANSFER-4    | SUCCEEDED             | FAILED             | FAILED             | ignored
            HOLD                          | PREPARING HOLD-1        | SENT FIRMBANKING-1    | PREPARING TOP_UP-1 | FAILED             | ignored
            HOLD_TOPPING_UP               | PREPARING TOP_UP-1      | PREPARING HOLD-2      | ignored            | FAILED             | ignored
            HOLD_AGAIN                    | PREPARING HOLD-2        | SENT FIRMBANKING-2    | PREPARING TOP_UP-2 | FAILED             | ignored
            HOLD_LAST                     | PREPARING HOLD-4        | SENT FIRMBANKING-4    | FAILED             | FAILED             | ignored
            HOLD_CANCELLED                | PREPARING HOLD-1        | HELD RELEASE-1        | CANCELLED          | CANCELLED          | ignored
            FIRMBANKING                   | SENT FIRMBANKING-1      | SENT CAPTURE-1        | ignored            | SENT RELEASE-1     | IN_DOUBT FIRMBANKING-1
            FIRMBANKING_IN_DOUBT          | IN_DOUBT FIRMBANKING-1  | IN_DOUBT CAPTURE-1    | ignored            | IN_DOUBT RELEASE-1 | ignored
            CAPTURE                       | SENT CAPTURE-1          | SUCCEEDED             | ignored            | SENT CAPTURE-1     | ignored
            CAPTURE_STUCK                 | SENT CAPTURE-1          | SUCCEEDED             | ignored            | ignored            | ignored
            CAPTURE_AFTER_DOUBT           | IN_DOUBT CAPTURE-1      | SUCCEEDED             | ignored            | IN_DOUBT CAPTURE-1 | ignored
            RELEASE                       | SENT RELEASE-1          | FAILED                | ignored            | SENT RELEASE-1     | ignored
            RELEASE_STUCK                 | SENT RELEASE-1          | FAILED                | ignored            | ignored            | ignored
            RELEASE_AFTER_DOUBT           | IN_DOUBT RELEASE-1      | FAILED                | ignored            | IN_DOUBT RELEASE-1 | ignored
            RELEASE_CANCELLED             | HELD RELEASE-1          | CANCELLED             | ignored            | HELD RELEASE-1     | ignored
            """)
    void anAnswerLeadsWhereTheTableSays(
            State state, String is, String done, String shortOfMoney, String refused, String unknown) {
        assertThat(new Scene(state).state()).isEqualTo(is);
        assertLeads(state, Answer.Kind.DONE, done);
        assertLeads(state, Answer.Kind.SHORT, shortOfMoney);
        assertLeads(state, Answer.Kind.REFUSED, refused);
        assertLeads(state, Answer.Kind.UNKNOWN, unknown);
    }

    private void assertLeads(State state, Answer.Kind kind, String where) {
        Scene scene = new Scene(state);
        StepRequest request = scene.remittance().waitsFor().orElseThrow();
        int before = scene.stage.sent().size();

        assertThat(scene.answer(request, kind)).as(state + " " + kind).isEqualTo(where);
        assertSendsWhatItWaitsFor(scene, request, before);
        assertLegal(scene);

        // The same answer again, as a redelivered command's: nothing more happens
        String then = scene.state();
        int sent = scene.stage.sent().size();
        if (!then.endsWith(" " + request.step() + "-" + request.round())) {
            assertThat(scene.answer(request, kind)).isEqualTo(IGNORED);
        }
        assertThat(scene.state()).isEqualTo(then);
        assertThat(scene.stage.sent()).hasSize(sent);
    }

    /** A move to another step sends its command once; everything else sends nothing. */
    private static void assertSendsWhatItWaitsFor(Scene scene, StepRequest before, int sentBefore) {
        List<String> expected = scene.remittance()
                .waitsFor()
                .filter(request -> !request.equals(before))
                .map(request -> List.of(request.messageId(1)))
                .orElse(List.of());
        assertThat(scene.stage.sent().subList(sentBefore, scene.stage.sent().size()))
                .isEqualTo(expected);
    }

    private static void assertLegal(Scene scene) {
        List<RemittanceStatus> life = scene.stage.lifeOf(scene.id.value());
        assertThat(life.get(0)).isEqualTo(RemittanceStatus.REQUESTED);
        for (int i = 1; i < life.size(); i++) {
            RemittanceStatus before = life.get(i - 1);
            RemittanceStatus then = life.get(i);
            assertThat(before.mayBecome(then) || (before == then && before.isOpen()))
                    .as("from " + before + " to " + then)
                    .isTrue();
        }
        List<Integer> numbers = scene.stage.tables.remittances().historyOf(scene.id).stream()
                .map(RemittanceMove::lineNo)
                .toList();
        assertThat(numbers).hasSize(life.size()).isSorted().doesNotHaveDuplicates();
    }

    /** Late, too early, of another step or round, of a remittance that doesn't exist. */
    @ParameterizedTest
    @EnumSource(State.class)
    void whateverItDoesNotWaitForIsIgnored(State state) {
        Scene scene = new Scene(state);
        String is = scene.state();
        int sent = scene.stage.sent().size();
        StepRequest waitsFor = scene.remittance().waitsFor().orElse(null);

        for (StepRequest request : allRequests(scene.id)) {
            if (!request.equals(waitsFor)) {
                assertIgnoresAllAnswers(scene, request);
            }
        }
        for (StepRequest request : allRequests(new RemittanceId("e".repeat(32)))) {
            assertIgnoresAllAnswers(scene, request);
        }
        assertThat(scene.state()).isEqualTo(is);
        assertThat(scene.stage.sent()).hasSize(sent);
        assertLegal(scene);
    }

    private static void assertIgnoresAllAnswers(Scene scene, StepRequest request) {
        for (Answer.Kind kind : Answer.Kind.values()) {
            assertThat(scene.answer(request, kind)).as(request + " " + kind).isEqualTo(IGNORED);
        }
    }

    private static List<StepRequest> allRequests(RemittanceId id) {
        List<StepRequest> all = new ArrayList<>();
        for (Step step : Step.values()) {
            for (int round = 1; round <= ROUNDS; round++) {
                all.add(new StepRequest(id, step, round));
            }
        }
        return all;
    }

    /** The states above are all that there are: each step, and each status, is among them. */
    @Test
    void noStepAndNoStatusIsForgotten() {
        Set<Step> steps = Arrays.stream(State.values())
                .flatMap(state -> new Scene(state).remittance().waitsFor().stream())
                .map(StepRequest::step)
                .collect(Collectors.toSet());
        Set<RemittanceStatus> statuses = Arrays.stream(State.values())
                .map(state -> new Scene(state).remittance().status())
                .collect(Collectors.toSet());
        assertThat(steps).containsExactlyInAnyOrder(Step.values());
        assertThat(statuses).containsExactlyInAnyOrder(RemittanceStatus.values());
    }

    /** Sent again, the command is the same: the receiver compares it with what it has done. */
    @ParameterizedTest
    @EnumSource(State.class)
    void whatIsSentAgainHasTheSameContentUnderAnotherMessageId(State state) {
        Scene scene = new Scene(state);
        scene.stage.realTime.advance(Step.LONGEST_PATIENCE);
        scene.stage.house.askAgain.ask();
        scene.remittance().waitsFor().ifPresent(request -> {
            var messages = scene.stage.outbox.sent().stream()
                    .filter(message -> message.id().startsWith("rem-" + request + "-"))
                    .toList();
            assertThat(messages).hasSize(2);
            assertThat(messages.get(1).id()).isEqualTo(request.messageId(2));
            assertThat(messages.get(1).body()).isEqualTo(messages.get(0).body());
            assertThat(messages.get(1).type()).isEqualTo(messages.get(0).type());
            assertThat(messages.get(1).destination()).isEqualTo(messages.get(0).destination());
        });
    }
}
