package com.mypay.benchmarks;

import com.mypay.cli.home.Home;
import com.mypay.cli.process.Parts;
import com.mypay.cli.process.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What the processes of the installation use: processor time, and memory from the start of this program to its end. */
final class Processes implements AutoCloseable {

    /** The program that puts the load on: not a part of the installation, but a user of the same processors. */
    static final String CLIENTS = "clients";

    private static final long SAMPLE_EVERY_MILLIS = 500;
    private static final String RESIDENT = "VmRSS:";

    private final Runner runner;
    private final AtomicLong peakKilobytes = new AtomicLong();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "memory");
        thread.setDaemon(true);
        return thread;
    });

    Processes(Home home) {
        this.runner = new Runner(home);
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::sampleMemory, 0, SAMPLE_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Processor time that each process has used since it was started. */
    Map<String, Duration> processorTime() {
        Map<String, Duration> used = new LinkedHashMap<>();
        for (String name : Parts.ALL) {
            runner.running(name)
                    .flatMap(process -> process.info().totalCpuDuration())
                    .ifPresent(time -> used.put(name, time));
        }
        ProcessHandle.current().info().totalCpuDuration().ifPresent(time -> used.put(CLIENTS, time));
        return used;
    }

    /** The largest sum of what all processes of the installation had resident at the same moment; empty where unknown. */
    OptionalLong peakMegabytes() {
        sampleMemory();
        long peak = peakKilobytes.get();
        return peak == 0 ? OptionalLong.empty() : OptionalLong.of(peak / 1024);
    }

    private void sampleMemory() {
        long sum = 0;
        for (String name : Parts.ALL) {
            sum += runner.running(name)
                    .map(process -> residentKilobytes(process.pid()))
                    .orElse(0L);
        }
        peakKilobytes.accumulateAndGet(sum, Math::max);
    }

    /** Linux tells it; elsewhere 0. */
    private static long residentKilobytes(long pid) {
        try {
            return residentKilobytes(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException e) {
            return 0;
        }
    }

    static long residentKilobytes(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(RESIDENT))
                .mapToLong(line -> Long.parseLong(
                        line.substring(RESIDENT.length()).replace("kB", "").strip()))
                .sum();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
