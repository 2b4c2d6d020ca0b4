package com.mypay.frameworktest.fake;

import static com.mypay.framework.value.RequestId.requestId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.frameworktest.TestCall;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What both implementations of {@link Requests} do. */
abstract class RequestsContract {
    private static final Caller KIM = Caller.staff("kim");

    @RegisterExtension
    final TestCall call = TestCall.by(KIM);

    protected final MutableClock clock = MutableClock.inSeoul("2011-12-05T12:00");
    private final AtomicInteger effects = new AtomicInteger();

    public record Command(long amountWon) {}

    public record Answer(String text, long number) {}

    abstract Requests requests(Clock clock);

    abstract Transactions transactions();

    @Test
    void onceHasOneEffectAndGivesTheFirstAnswerAgain() {
        assertThat(once(key("r1", 100))).isEqualTo(new Answer("첫 답", 1));
        assertThat(once(key("r1", 100))).isEqualTo(new Answer("첫 답", 1));
        assertThat(effects).hasValue(1);
    }

    @Test
    void theSameIdWithOtherContentIsRefused() {
        once(key("r1", 100));
        refused(() -> once(key("r1", 200)), CommonProblem.REQUEST_ID_REUSED);
        refused(() -> begin(key("r1", 200)), CommonProblem.REQUEST_ID_REUSED);
        assertThat(effects).hasValue(1);
    }

    @Test
    void callersOperationsAndIdsAreApart() {
        once(key("r1", 100));
        once(key("r2", 100));
        once(CommandKey.of(Caller.staff("lee"), "pay/my-money", requestId("r1"), new Command(100)));
        once(CommandKey.of(KIM, "cancel/payment", requestId("r1"), new Command(100)));
        assertThat(effects).hasValue(4);
    }

    @Test
    void aRefusedCommandLeavesItsIdFree() {
        assertThatThrownBy(() -> transactions()
                        .inTransaction(() -> requests(clock).once(key("r1", 100), Answer.class, () -> {
                            throw new IllegalArgumentException("refused");
                        })))
                .hasMessage("refused");
        once(key("r1", 100));
        assertThat(effects).hasValue(1);
    }

    @Test
    void aRolledBackCommandIsForgotten() {
        assertThatThrownBy(() -> transactions().inTransaction(() -> {
                    requests(clock).once(key("r1", 100), Answer.class, this::effect);
                    throw new IllegalArgumentException("later");
                }))
                .hasMessage("later");
        assertThat(once(key("r1", 100)).number()).isEqualTo(2);
    }

    @Test
    void aCommandThatIsRunningIsRefusedUntilItsLeaseIsOver() {
        CommandKey key = key("r1", 100);
        assertThat(begin(key)).isEmpty();
        refused(() -> begin(key), CommonProblem.REQUEST_RUNNING);
        refused(() -> once(key), CommonProblem.REQUEST_RUNNING);
        clock.advance(Duration.ofSeconds(59));
        refused(() -> begin(key), CommonProblem.REQUEST_RUNNING);
        clock.advance(Duration.ofSeconds(1));
        assertThat(begin(key)).isEmpty();
        refused(() -> begin(key), CommonProblem.REQUEST_RUNNING);
    }

    @Test
    void aLeaseFromBeforeTheTestClockSteppedBackDoesNotHold() {
        begin(key("r1", 100));
        clock.advance(Duration.ofDays(-5));
        assertThat(begin(key("r1", 100))).isEmpty();
    }

    @Test
    void aFinishedCommandHasItsAnswer() {
        CommandKey key = key("r1", 100);
        begin(key);
        assertThat(transactions().inTransaction(() -> requests(clock).finish(key, new Answer("done", 7))))
                .isEqualTo(new Answer("done", 7));
        assertThat(begin(key)).contains(new Answer("done", 7));
        assertThat(once(key)).isEqualTo(new Answer("done", 7));
        assertThat(effects).hasValue(0);
    }

    @Test
    void aCommandThatAnotherServerHasEndedIsNotEndedTwice() {
        CommandKey abandoned = key("r1", 100);
        refused(() -> finish(abandoned, 7), CommonProblem.REQUEST_RUNNING);
        CommandKey done = key("r2", 100);
        begin(done);
        finish(done, 7);
        refused(() -> finish(done, 8), CommonProblem.REQUEST_RUNNING);
        assertThat(begin(done)).contains(new Answer("done", 7));
    }

    @Test
    void aRenewedCommandIsHeldLongerUnlessAnotherServerHasEndedIt() {
        CommandKey key = key("r1", 100);
        assertThat(renew(key)).isFalse();
        begin(key);
        clock.advance(Duration.ofSeconds(50));
        assertThat(renew(key)).isTrue();
        clock.advance(Duration.ofSeconds(50));
        refused(() -> begin(key), CommonProblem.REQUEST_RUNNING);
        finish(key, 7);
        assertThat(renew(key)).isFalse();
    }

    @Test
    void anAbandonedCommandLeavesItsIdFreeADoneOneDoesNot() {
        CommandKey key = key("r1", 100);
        begin(key);
        transactions().inTransaction(() -> requests(clock).abandon(key));
        assertThat(begin(key)).isEmpty();
        transactions().inTransaction(() -> requests(clock).finish(key, new Answer("done", 7)));
        transactions().inTransaction(() -> requests(clock).abandon(key));
        assertThat(begin(key)).contains(new Answer("done", 7));
    }

    @Test
    void aSuspendedCommandIsTakenOverAtOnce() {
        CommandKey key = key("r1", 100);
        begin(key);
        transactions().inTransaction(() -> requests(clock).suspend(key));
        assertThat(begin(key)).isEmpty();
        refused(() -> begin(key), CommonProblem.REQUEST_RUNNING);
    }

    @Test
    void aCommandThatNobodyWorksOnIsTakenOverInItsCallersPlace() {
        CommandKey key = key("r1", 100);
        CommandKey recorded = CommandKey.recorded(KIM, "pay/my-money", requestId("r1"));
        assertThat(takeOver(recorded)).isFalse();
        begin(key);
        assertThat(takeOver(recorded)).isFalse();
        clock.advance(Duration.ofSeconds(60));
        assertThat(takeOver(recorded)).isTrue();
        refused(() -> begin(key), CommonProblem.REQUEST_RUNNING);
        assertThat(takeOver(recorded)).isFalse();
        finish(recorded, 7);
        assertThat(takeOver(recorded)).isFalse();
        assertThat(begin(key)).contains(new Answer("done", 7));
        refused(() -> begin(key("r1", 200)), CommonProblem.REQUEST_ID_REUSED);
    }

    @Test
    void aCommandMayEndInItsFirstStepOrGoOn() {
        CommandKey ends = key("r1", 100);
        assertThat(onceOrBegin(ends, Optional.of(new Answer("at once", 1)))).contains(new Answer("at once", 1));
        assertThat(onceOrBegin(ends, Optional.empty())).contains(new Answer("at once", 1));

        CommandKey goesOn = key("r2", 100);
        assertThat(onceOrBegin(goesOn, Optional.empty())).isEmpty();
        refused(() -> onceOrBegin(goesOn, Optional.empty()), CommonProblem.REQUEST_RUNNING);
        transactions().inTransaction(() -> requests(clock).suspend(goesOn));
        // Taken over: it goes on after its first step
        assertThat(onceOrBegin(goesOn, Optional.of(new Answer("once more", 2)))).isEmpty();
        finish(goesOn, 3);
        assertThat(onceOrBegin(goesOn, Optional.empty())).contains(new Answer("done", 3));
    }

    @Test
    void theOutcomeTellsUnknownRunningAndDone() {
        CommandKey key = key("r1", 100);
        assertThat(outcome()).isEmpty();
        begin(key);
        assertThat(outcome()).contains(new Requests.Outcome(null, true));
        transactions().inTransaction(() -> requests(clock).suspend(key));
        assertThat(outcome()).contains(new Requests.Outcome(null, false));
        transactions().inTransaction(() -> requests(clock).finish(key, new Answer("done", 7)));
        assertThat(outcome())
                .hasValueSatisfying(outcome -> assertThat(outcome.answer()).contains("\"done\"", "7"));
    }

    private boolean takeOver(CommandKey key) {
        return transactions().inTransaction(() -> requests(clock).takeOver(key));
    }

    private boolean renew(CommandKey key) {
        return transactions().inTransaction(() -> requests(clock).renew(key));
    }

    private Answer finish(CommandKey key, int value) {
        return transactions().inTransaction(() -> requests(clock).finish(key, new Answer("done", value)));
    }

    private Optional<Requests.Outcome> outcome() {
        return transactions().inTransaction(() -> requests(clock).outcome(KIM, "pay/my-money", requestId("r1")));
    }

    private Answer once(CommandKey key) {
        return transactions().inTransaction(() -> requests(clock).once(key, Answer.class, this::effect));
    }

    private Optional<Answer> begin(CommandKey key) {
        return transactions().inTransaction(() -> requests(clock).begin(key, Answer.class));
    }

    private Optional<Answer> onceOrBegin(CommandKey key, Optional<Answer> firstStep) {
        return transactions().inTransaction(() -> requests(clock).onceOrBegin(key, Answer.class, () -> firstStep));
    }

    private Answer effect() {
        return new Answer("첫 답", effects.incrementAndGet());
    }

    private static CommandKey key(String id, long amountWon) {
        return CommandKey.of(KIM, "pay/my-money", requestId(id), new Command(amountWon));
    }

    private static void refused(ThrowingCallable work, CommonProblem problem) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
