package com.mypay.logs.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedTest {

    @Test
    void whatComesAgainIsNotFresh() {
        Received received = new Received(Map.of(1L, 3L, 7L, 9L));

        assertThat(received.add(List.of(9L, 3L, 4L, 11L, 4L))).containsExactly(4L, 11L);
        assertThat(received.ranges()).containsExactlyInAnyOrderEntriesOf(Map.of(1L, 4L, 7L, 9L, 11L, 11L));
    }

    @Test
    void rangesThatTouchBecomeOne() {
        Received received = new Received(Map.of(1L, 3L, 5L, 9L));

        assertThat(received.add(List.of(4L))).containsExactly(4L);
        assertThat(received.ranges()).containsExactly(Map.entry(1L, 9L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inWhateverOrderNothingIsTwiceAndNothingIsMissing(long seed) {
        List<Long> numbers = new ArrayList<>();
        for (long number = 1; number <= 400; number++) {
            numbers.add(number);
        }
        numbers.addAll(List.copyOf(numbers.subList(0, 150)));
        Collections.shuffle(numbers, new Random(seed));
        Received received = new Received(Map.of());
        TreeSet<Long> fresh = new TreeSet<>();
        int told = 0;
        for (int i = 0; i < numbers.size(); i += 11) {
            List<Long> added = received.add(numbers.subList(i, Math.min(i + 11, numbers.size())));
            fresh.addAll(added);
            told += added.size();
        }

        assertThat(told).isEqualTo(400).isEqualTo(fresh.size());
        assertThat(received.ranges()).containsExactly(Map.entry(1L, 400L));
    }
}
