package com.mypay.benchmarks;

import java.util.Arrays;
import java.util.List;

/** What several clients did in one stretch of time. */
final class Sample {

    /** How long the stretch was, for all clients together. */
    private final long nanos;

    /** Of each piece of work, ascending. */
    private final long[] latencies;

    private Sample(long nanos, long[] latencies) {
        this.nanos = nanos;
        this.latencies = latencies;
    }

    static Sample of(long nanos, List<long[]> latenciesOfClients) {
        long[] all = latenciesOfClients.stream().flatMapToLong(Arrays::stream).toArray();
        Arrays.sort(all);
        return new Sample(nanos, all);
    }

    /** Several stretches as one. */
    static Sample together(List<Sample> samples) {
        return of(
                samples.stream().mapToLong(sample -> sample.nanos).sum(),
                samples.stream().map(sample -> sample.latencies).toList());
    }

    int count() {
        return latencies.length;
    }

    double perSecond() {
        return count() / seconds();
    }

    double seconds() {
        return nanos / 1e9;
    }

    /** @param share 0.5: half of the work was as fast or faster */
    double millis(double share) {
        if (latencies.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(share * latencies.length);
        return latencies[Math.max(0, Math.min(latencies.length, rank) - 1)] / 1e6;
    }
}
