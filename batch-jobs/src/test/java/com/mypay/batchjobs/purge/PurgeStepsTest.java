package com.mypay.batchjobs.purge;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.frameworktest.fake.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PurgeStepsTest {

    private static final String LAST = "f".repeat(32);

    private final MutableClock clock = MutableClock.inSeoul("2026-06-01T03:00");
    private final Instant before = clock.instant().minus(Duration.ofDays(30));
    private final PurgeSettings settings = new PurgeSettings(30, 30, 30);
    private final PurgeRun run = new PurgeRun(new CountingIds());
    private final Rows rows = new Rows();

    /** Services with two chunks each; what they were asked. */
    private static final class Rows implements ServiceRows {

        private final Map<String, OpenWork> open = new TreeMap<>();
        private final List<String> calls = new ArrayList<>();
        private @Nullable Runnable duringChunk;

        @Override
        public OpenWork openWork(String service, Instant ignored) {
            return open.getOrDefault(service, new OpenWork(null, null));
        }

        @Override
        public Purged purgeMessages(
                String service, String direction, Instant earlier, String guid, @Nullable String after) {
            return chunk(service + " " + direction + " " + earlier + " " + guid, after);
        }

        @Override
        public Purged purgeRequests(String service, Instant earlier, Instant ofServices, @Nullable String after) {
            return chunk(service + " " + earlier + " " + ofServices, after);
        }

        private Purged chunk(String call, @Nullable String after) {
            calls.add(call + " " + after);
            if (duringChunk != null) {
                duringChunk.run();
            }
            return new Purged(1, after == null ? "k" : null);
        }
    }

    @Test
    void allServicesRemoveTheSameMessagesChunkAfterChunk() {
        rows.open.put("banking", new ServiceRows.OpenWork("b".repeat(32), null));
        rows.open.put("settlement", new ServiceRows.OpenWork("a".repeat(32), null));
        assertThat(new PurgeMessagesStep(run, settings, rows, clock).process()).isEqualTo("COMPLETED");
        String what = " " + before + " " + "a".repeat(32) + " ";
        assertThat(rows.calls)
                .hasSize(ServiceRows.SERVICES.size() * 4)
                .startsWith(
                        "membership OUT" + what + "null",
                        "membership OUT" + what + "k",
                        "membership IN" + what + "null",
                        "membership IN" + what + "k",
                        "banking OUT" + what + "null")
                .endsWith("settlement IN" + what + "k");
    }

    @Test
    void whereNothingIsUnfinishedTheirAgeDecides() {
        new PurgeMessagesStep(run, settings, rows, clock).process();
        assertThat(rows.calls).contains("payment IN " + before + " " + LAST + " k");
    }

    @Test
    void servicesRequestsStayForAsLongAsOlderWorkIsOpenAnywhere() {
        Instant open = before.minus(Duration.ofDays(5));
        rows.open.put("payment", new ServiceRows.OpenWork(null, open));
        rows.open.put("remittance", new ServiceRows.OpenWork(null, clock.instant()));
        assertThat(new PurgeRequestsStep(run, settings, rows, clock).process()).isEqualTo("COMPLETED");
        assertThat(rows.calls)
                .hasSize(ServiceRows.SERVICES.size() * 2)
                .contains("money " + before + " " + open + " null", "money " + before + " " + open + " k");
    }

    @Test
    void youngWorkHoldsNothingBack() {
        rows.open.put("payment", new ServiceRows.OpenWork(null, clock.instant()));
        new PurgeRequestsStep(run, settings, rows, clock).process();
        assertThat(rows.calls).contains("money " + before + " " + before + " null");
    }

    @Test
    void stoppedItEndsWithTheChunkThatRuns() {
        PurgeMessagesStep step = new PurgeMessagesStep(run, settings, rows, clock);
        rows.duringChunk = step::stop;
        assertThat(step.process()).isEqualTo("STOPPED");
        assertThat(rows.calls).hasSize(1);
    }
}
