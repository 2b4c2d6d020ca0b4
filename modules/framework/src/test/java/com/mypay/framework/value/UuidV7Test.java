package com.mypay.framework.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.Guid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void risesStrictlyEvenWithinOneMillisecondAndIsAGuid() {
        UuidV7 ids = new UuidV7(Clock.fixed(NOW, ZoneOffset.UTC));
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            drawn.add(ids.next());
        }

        assertThat(drawn).isSorted().doesNotHaveDuplicates().allMatch(Guid::isWellFormed);
        assertThat(drawn.get(0)).startsWith(String.format("%012x", NOW.toEpochMilli()));
        assertThat(drawn).allMatch(id -> id.charAt(12) == '7');
        assertThat(drawn).allMatch(id -> "89ab".indexOf(id.charAt(16)) >= 0);
    }

    @Test
    void keepsRisingWhenTheClockStepsBack() {
        Instant[] now = {NOW};
        UuidV7 ids = new UuidV7(new Clock() {
            @Override
            public Instant instant() {
                return now[0];
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });
        String before = ids.next();
        now[0] = NOW.minus(Duration.ofDays(1));

        assertThat(ids.next()).isGreaterThan(before);
    }

    @Test
    void drawsNoDuplicateOnManyThreads() throws InterruptedException {
        UuidV7 ids = new UuidV7(Clock.systemUTC());
        Set<String> drawn = ConcurrentHashMap.newKeySet();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 16; t++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 2_000; i++) {
                    drawn.add(ids.next());
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(drawn).hasSize(32_000);
    }
}
