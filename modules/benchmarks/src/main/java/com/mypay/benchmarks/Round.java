package com.mypay.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One stretch of load and what it used.
 *
 * @param sample what the clients did
 * @param processorTime what each process used
 * @param commitsWritten how often the database has written commits to its file; several commits at once count as one
 * @param bytesWritten to that file
 */
record Round(Sample sample, Map<String, Duration> processorTime, long commitsWritten, long bytesWritten) {

    static Round measured(Processes processes, Database database, Supplier<Sample> load) {
        Map<String, Duration> before = processes.processorTime();
        long commits = database.commitsWritten();
        long bytes = database.bytesWritten();
        Sample sample = load.get();
        Map<String, Duration> used = new LinkedHashMap<>();
        processes
                .processorTime()
                .forEach((name, time) -> used.put(name, time.minus(before.getOrDefault(name, Duration.ZERO))));
        return new Round(sample, used, database.commitsWritten() - commits, database.bytesWritten() - bytes);
    }
}
