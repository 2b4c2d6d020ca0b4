package com.mypay.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static final long MILLISECOND = 1_000_000;

    @Test
    void halfOfTheWorkIsAsFastAsTheMedian() {
        long[] slowestFirst =
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * MILLISECOND).toArray();

        Sample sample = Sample.of(10_000 * MILLISECOND, List.of(slowestFirst));

        assertThat(sample.millis(0.5)).isEqualTo(50);
        assertThat(sample.millis(0.99)).isEqualTo(99);
        assertThat(sample.millis(1)).isEqualTo(100);
        assertThat(sample.perSecond()).isEqualTo(10);
    }

    @Test
    void theSlowestOfTwoIsTheNinetyNinthPercentile() {
        assertThat(Sample.of(1, List.of(new long[] {MILLISECOND, 9 * MILLISECOND}))
                        .millis(0.99))
                .isEqualTo(9);
    }

    @Test
    void stretchesTogetherHaveTheSumOfTheirTimes() {
        Sample one = Sample.of(1_000 * MILLISECOND, List.of(new long[] {3, 1}));
        Sample other = Sample.of(3_000 * MILLISECOND, List.of(new long[] {2}, new long[] {4}));

        Sample both = Sample.together(List.of(one, other));

        assertThat(both.millis(1)).isEqualTo(4e-6);
        assertThat(both.millis(0.25)).isEqualTo(1e-6);
        assertThat(both.perSecond()).isEqualTo(1);
    }

    @Test
    void eachClientDoesItsShare() {
        AtomicInteger done = new AtomicInteger();

        Sample sample = Load.forCount(3, 50, client -> done::incrementAndGet);

        assertThat(done).hasValue(150);
        assertThat(sample.count()).isEqualTo(150);
    }

    @Test
    void aFailureEndsTheRun() {
        assertThatThrownBy(() -> Load.forTime(2, Duration.ofMinutes(1), client -> () -> {
                    throw new IllegalStateException("refused");
                }))
                .hasMessageContaining("refused");
    }

    @Test
    void residentMemoryIsReadFromTheStatusOfAProcess() {
        assertThat(Processes.residentKilobytes(List.of("Name:\tjava", "VmHWM:\t  999 kB", "VmRSS:\t  123456 kB")))
                .isEqualTo(123_456);
    }
}
