package com.mypay.benchmarks;

import com.mypay.cli.home.Home;
import com.mypay.cli.home.Installation;
import com.mypay.cli.process.LibertyServer;
import com.mypay.cli.process.Part;
import com.mypay.cli.process.Parts;
import com.mypay.cli.process.Runner;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What the logs cost: payments without them, with lines that stay in the spools, and with lines that are shipped and
 * stored while the payments are made, in turn, each on a server that was started anew and warmed up. What the second
 * leaves in the spools is the measure of shipping: it goes from the spools into the tables while nobody pays.
 */
final class LogCosts {

    private static final Duration NOTHING_CAME = Duration.ofSeconds(3);
    private static final long LOOK_EVERY_MILLIS = 50;

    private final Home home;
    private final Database database;
    private final Processes processes;
    private final PrintWriter out;

    private final Map<Logs, List<Round>> rounds = new EnumMap<>(Logs.class);
    private final List<Flow> flows = new ArrayList<>();

    LogCosts(Home home, Database database, Processes processes, PrintWriter out) {
        this.home = home;
        this.database = database;
        this.processes = processes;
        this.out = out;
    }

    /** How the server logs. */
    private enum Logs {
        OFF("without logs", false, false),
        SPOOLED("lines in spools", true, false),
        SHIPPED("lines shipped", true, true);

        private final String words;
        private final boolean enabled;
        private final boolean shipping;

        Logs(String words, boolean enabled, boolean shipping) {
            this.words = words;
            this.enabled = enabled;
            this.shipping = shipping;
        }

        Map<String, String> settings() {
            return Map.of(
                    "mypay.log.enabled", Boolean.toString(enabled),
                    "mypay.log.shipping", Boolean.toString(shipping));
        }
    }

    /**
     * Lines from the spools into the tables.
     *
     * @param lines between the first look that found new ones and the last
     * @param secondHalf of the lines only: the first finds a server that has just been started
     */
    private record Flow(long lines, Duration took, double secondHalf) {
        double perSecond() {
            return lines / (took.toNanos() / 1e9);
        }
    }

    /** What was there at a moment. */
    private record Look(long nanos, long lines) {}

    void round(Payers payers, int clients, int warmUp, Duration turn) {
        for (Logs logs : Logs.values()) {
            start(home.directory(), logs.settings());
            if (logs == Logs.SHIPPED) {
                Flow flow = flow();
                flows.add(flow);
                say("%d lines from the spools into the tables: %.0f lines/s, the second half %.0f lines/s"
                        .formatted(flow.lines(), flow.perSecond(), flow.secondHalf()));
            }
            Load.forCount(clients, Math.max(1, warmUp / clients), client -> payers.client(client, clients));
            Round round = Round.measured(
                    processes, database, () -> Load.forTime(clients, turn, client -> payers.client(client, clients)));
            rounds.computeIfAbsent(logs, each -> new ArrayList<>()).add(round);
            say("%s, %d clients: %.1f payments/s (p50 %.1f ms, p99 %.1f ms)"
                    .formatted(
                            logs.words,
                            clients,
                            round.sample().perSecond(),
                            round.sample().millis(0.5),
                            round.sample().millis(0.99)));
        }
    }

    /** The server as it was before. */
    void end() {
        start(home.directory(), Map.of());
    }

    private void start(java.nio.file.Path directory, Map<String, String> settings) {
        Home changed = new Home(directory, home.settings().with(settings), home.secrets());
        changed.whileLocked(() -> {
            Runner runner = new Runner(changed);
            runner.stop(Parts.SERVER);
            Part server = new LibertyServer(changed, Installation.current()).prepare();
            runner.start(server, line -> {});
            return server;
        });
    }

    /** From the first line that comes to the last. */
    private Flow flow() {
        List<Look> looks = new ArrayList<>();
        looks.add(new Look(System.nanoTime(), database.logLines()));
        long newest = System.nanoTime();
        while (System.nanoTime() - newest < NOTHING_CAME.toNanos()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
            long lines = database.logLines();
            if (lines > last(looks).lines()) {
                newest = System.nanoTime();
                looks.add(new Look(newest, lines));
            }
        }
        Look first = looks.get(0);
        Look end = last(looks);
        long half = (first.lines() + end.lines()) / 2;
        Look middle =
                looks.stream().filter(look -> look.lines() >= half).findFirst().orElse(end);
        return new Flow(
                end.lines() - first.lines(),
                Duration.ofNanos(Math.max(1, end.nanos() - first.nanos())),
                (end.lines() - middle.lines()) * 1e9 / Math.max(1, end.nanos() - middle.nanos()));
    }

    private static Look last(List<Look> looks) {
        return looks.get(looks.size() - 1);
    }

    void print(Table table) {
        Sample without = sample(Logs.OFF);
        for (Logs logs : Logs.values()) {
            Sample sample = sample(logs);
            table.row(
                    "payments/s, " + logs.words,
                    "%.1f".formatted(sample.perSecond()),
                    "%.1f".formatted(without.perSecond()),
                    "%.3f".formatted(sample.perSecond() / without.perSecond()));
            table.row("  p50 ms", millis(sample, 0.5), millis(without, 0.5), "");
            table.row("  p99 ms", millis(sample, 0.99), millis(without, 0.99), "");
            table.row("  processor ms each", Comparison.processor(of(logs)), Comparison.processor(of(Logs.OFF)), "");
        }
        flows.forEach(flow -> table.row(
                "log lines/s, spools to tables (second half)",
                "%.0f (%.0f)".formatted(flow.perSecond(), flow.secondHalf()),
                "",
                ""));
    }

    private List<Round> of(Logs logs) {
        return rounds.getOrDefault(logs, List.of());
    }

    private Sample sample(Logs logs) {
        return Sample.together(of(logs).stream().map(Round::sample).toList());
    }

    private static String millis(Sample sample, double share) {
        return "%.2f".formatted(sample.millis(share));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
