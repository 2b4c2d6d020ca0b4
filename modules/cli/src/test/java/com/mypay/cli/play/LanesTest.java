package com.mypay.cli.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.CommandFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LanesTest {

    private record Work(int lane, int number) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void allIsDoneAndWithinALaneInOrder(int threads) {
        List<List<Work>> lanes = lanes(10, 50);
        List<Work> done = Collections.synchronizedList(new ArrayList<>());

        new Lanes<>(lanes).run(threads, done::add);

        Map<Integer, List<Work>> byLane = done.stream().collect(Collectors.groupingBy(Work::lane));
        assertThat(byLane).hasSize(10);
        byLane.forEach((lane, work) -> assertThat(work).isEqualTo(lanes.get(lane)));
    }

    @Test
    void noTwoThreadsWorkInTheSameLane() {
        Set<Integer> busy = ConcurrentHashMap.newKeySet();

        new Lanes<>(lanes(3, 200)).run(8, work -> {
            assertThat(busy.add(work.lane())).isTrue();
            busy.remove(work.lane());
        });
    }

    @Test
    void differentLanesAreWorkedOnAtOnce() {
        CyclicBarrier all = new CyclicBarrier(4);

        new Lanes<>(lanes(4, 5)).run(4, work -> await(all));

        assertThat(all.isBroken()).isFalse();
    }

    @Test
    void theLongestLaneIsTheFirst() {
        List<List<Work>> lanes = List.of(lane(0, 2), lane(1, 9), lane(2, 5));
        List<Integer> order = new ArrayList<>();

        new Lanes<>(lanes).run(1, work -> order.add(work.lane()));

        assertThat(order).startsWith(1, 1, 1, 1).hasSize(16);
    }

    @Test
    void emptyLanesAndNoLanesAreDoneAtOnce() {
        List<Work> done = new ArrayList<>();

        new Lanes<>(List.of(List.<Work>of(), List.<Work>of())).run(2, done::add);
        new Lanes<>(List.<List<Work>>of()).run(2, done::add);

        assertThat(done).isEmpty();
    }

    @Test
    void theFirstFailureEndsItAndIsThrown() {
        List<Work> done = Collections.synchronizedList(new ArrayList<>());

        assertThatThrownBy(() -> new Lanes<>(lanes(4, 1_000)).run(4, work -> {
                    if (work.number() == 3) {
                        throw new IllegalStateException("no money");
                    }
                    done.add(work);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no money");

        assertThat(done).hasSizeLessThan(1_000);
    }

    @Test
    void anErrorIsThrownToo() {
        assertThatThrownBy(() -> new Lanes<>(lanes(1, 1)).run(1, work -> {
                    throw new AssertionError("a defect");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("a defect");
    }

    @Test
    void whoeverIsToldToEndDoesNotWaitForTheRest() {
        CountDownLatch never = new CountDownLatch(1);
        Thread worker = Thread.currentThread();

        assertThatThrownBy(() -> new Lanes<>(lanes(1, 2)).run(1, work -> {
                    worker.interrupt();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw CommandFailure.interrupted();
                    }
                }))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("Interrupted.");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static List<List<Work>> lanes(int count, int length) {
        return IntStream.range(0, count).mapToObj(lane -> lane(lane, length)).toList();
    }

    private static List<Work> lane(int lane, int length) {
        return IntStream.range(0, length)
                .mapToObj(number -> new Work(lane, number))
                .toList();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
