package com.mypay.frameworktest.fake;

import static com.mypay.framework.value.RequestId.requestId;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.JdbcRequests;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdbcRequestsTest extends RequestsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("MONEY");

    @Override
    Requests requests(Clock ofContract) {
        return new JdbcRequests(DATABASE.jdbc(), ofContract);
    }

    @Override
    Transactions transactions() {
        return DATABASE.transactions();
    }

    /** Both look, find nothing and go on; the slower one's row is refused by its key, and it is repeated. */
    @Test
    void twoAtOnceGetOneAnswer() throws Exception {
        CommandKey key =
                CommandKey.of(Caller.staff("kim"), "pay/my-money", requestId("r1"), new RequestsContract.Command(1));
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
        CountDownLatch firstRound = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Answer>> answers = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            int number = i;
            answers.add(threads.submit(() -> call.context()
                    .call(() -> transactions()
                            .inTransaction(() -> requests(clock).once(key, Answer.class, () -> {
                                if (firstRound.getCount() > 0) {
                                    firstRound.countDown();
                                    meet(bothHaveLooked);
                                }
                                return new Answer("of thread", number);
                            })))));
        }
        assertThat(answers.get(0).get(20, TimeUnit.SECONDS))
                .isEqualTo(answers.get(1).get(20, TimeUnit.SECONDS));
        threads.shutdown();
        assertThat(TestCall.GUID.value())
                .isEqualTo(DATABASE.jdbc()
                        .queryOne("SELECT GUID FROM COMMAND_REQUEST", row -> row.getString("GUID"))
                        .orElseThrow());
    }

    /** The row is written before the step: the slower one waits for it, and doesn't run. */
    @RepeatedTest(20)
    void ofTwoAtOnceOneRunsTheFirstStepAndBothGetItsAnswer() throws Exception {
        CommandKey key =
                CommandKey.of(Caller.staff("kim"), "decrease/money", requestId("r1"), new RequestsContract.Command(1));
        AtomicInteger steps = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Optional<Answer>>> answers = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            answers.add(threads.submit(() -> call.context().call(() -> {
                meet(start);
                return transactions()
                        .inTransaction(() -> requests(clock)
                                .onceOrBegin(
                                        key,
                                        Answer.class,
                                        () -> Optional.of(new Answer("of step", steps.incrementAndGet()))));
            })));
        }
        for (Future<Optional<Answer>> answer : answers) {
            assertThat(answer.get(20, TimeUnit.SECONDS)).contains(new Answer("of step", 1));
        }
        threads.shutdown();
    }

    /** Who waited for the other's rows finds them changed, and must not be refused for what it has done itself. */
    static Stream<RuntimeException> whatTheSlowerSays() {
        return Stream.of(
                new RejectedException(CommonProblem.NOT_PERMITTED, "it is released"),
                new IllegalStateException("can't become RELEASED from RELEASED"));
    }

    @ParameterizedTest
    @MethodSource("whatTheSlowerSays")
    void theSlowerOfTwoDoesNotFailForWhatTheFasterHasDone(RuntimeException failure) {
        CommandKey key =
                CommandKey.of(Caller.staff("kim"), "release/money", requestId("r1"), new RequestsContract.Command(1));
        AtomicBoolean released = new AtomicBoolean();
        Supplier<Answer> slower = () -> {
            if (released.compareAndSet(false, true)) {
                inAnotherTransaction(() -> requests(clock).once(key, Answer.class, () -> new Answer("released", 1)));
            }
            throw failure;
        };
        assertThat(transactions().inTransaction(() -> requests(clock).once(key, Answer.class, slower)))
                .isEqualTo(new Answer("released", 1));
    }

    private void inAnotherTransaction(Supplier<?> work) {
        CompletableFuture.runAsync(() -> call.context().run(() -> transactions().inTransaction(work::get)))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
