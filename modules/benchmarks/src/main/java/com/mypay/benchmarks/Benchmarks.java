package com.mypay.benchmarks;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Installation;
import com.mypay.cli.process.LibertyServer;
import com.mypay.cli.process.Part;
import com.mypay.cli.process.Parts;
import com.mypay.cli.process.Runner;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a running installation ({@code mypay up}) and prints each figure beside a baseline of the same run. */
@Command(
        name = "benchmarks",
        description =
                "Measures a running installation. Payments and bare transactions of the same database take turns.",
        mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {

    private static final int MAX_CLIENTS = 16;
    private static final int ROWS_OF_A_CHUNK = 1_000;
    private static final int CLIENTS_OF_A_DAY = 4;
    private static final int CLIENTS_FOR_MESSAGES = 8;
    private static final int CLIENTS_TO_WARM_UP = 8;

    @Option(names = "--home", paramLabel = "DIR", defaultValue = ".mypay", description = "The installation (.mypay)")
    private Path directory;

    @Option(names = "--clients", split = ",", defaultValue = "1,4,8", description = "How many at once (1,4,8)")
    private List<Integer> clientCounts;

    @Option(names = "--seconds", defaultValue = "10", description = "Of each turn (10)")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "3", description = "Turns of each number of clients (3); 0: don't")
    private int rounds;

    @Option(
            names = "--warm-up",
            defaultValue = "30000",
            description = "Payments or remittances, and as many bare transactions, before the first turn (30000)")
    private int warmUp;

    @Option(
            names = "--messages",
            defaultValue = "0",
            description = "Stops the broker, makes this many payments, starts it and times their slips' way (0: don't)")
    private int messages;

    @Option(
            names = "--logs",
            description =
                    "Payments without logs, with lines in spools, with lines shipped, instead of bare transactions;"
                            + " and how fast lines are shipped")
    private boolean logs;

    @Option(
            names = "--remittances",
            defaultValue = "0",
            description =
                    "So many remittances of each client to other members in each turn, beside bare transactions and bare"
                            + " messages, instead of payments (0: don't)")
    private int remittances;

    @Option(names = "--restart", description = "Starts the server anew and times it, in the end")
    private boolean restart;

    @Option(names = "--slips", paramLabel = "FILE", description = "Plays and settles a day of this file; needs --date")
    private @Nullable Path slips;

    @Option(names = "--date", paramLabel = "DATE", description = "The business date of --slips")
    private @Nullable String date;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    Benchmarks() {}

    public static void main(String[] args) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        CommandLine line = new CommandLine(new Benchmarks());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof CommandFailure known) {
                command.getErr().println(known.getMessage());
                return known.exitCode();
            }
            throw failure;
        });
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Home home = checked();
        Table table = new Table();
        try (Database database = new Database(home);
                Processes processes = new Processes(home);
                BareTransactions bare = new BareTransactions(database)) {
            Messages slipsOnTheirWay = new Messages(home, database);
            if (rounds > 0 || messages > 0) {
                Payers payers = Payers.signedUp(home, out);
                if (remittances > 0) {
                    compareRemittances(payers, bare, database, processes, table, out);
                } else if (logs) {
                    measureLogs(home, payers, processes, database, table, out);
                } else {
                    comparePayments(payers, bare, slipsOnTheirWay, processes, database, table, out);
                }
                if (messages > 0) {
                    measureMessages(payers, bare, slipsOnTheirWay, table, out);
                }
            }
            if (slips != null) {
                measureSettlement(home, database, bare, slips, table, out);
            }
            processes
                    .peakMegabytes()
                    .ifPresent(peak -> table.row("peak memory of all processes, MB", Long.toString(peak), "", ""));
        }
        if (restart) {
            table.row("start of the server until ready, s", "%.1f".formatted(restartedIn(home)), "", "");
        }
        out.println();
        table.print(out);
        return ExitCode.OK;
    }

    private Home checked() {
        for (int clients : clientCounts) {
            if (clients < 1 || clients > MAX_CLIENTS) {
                throw new CommandFailure(ExitCode.REFUSED, "--clients: 1 to " + MAX_CLIENTS);
            }
        }
        if (seconds < 1 || rounds < 0 || warmUp < 0 || messages < 0 || remittances < 0) {
            throw new CommandFailure(ExitCode.REFUSED, "--seconds is 1 or more, the other numbers 0 or more");
        }
        if (remittances > Remitters.MOST) {
            throw new CommandFailure(ExitCode.REFUSED, "--remittances: at most " + Remitters.MOST);
        }
        if (slips != null && date == null) {
            throw new CommandFailure(ExitCode.REFUSED, "--slips needs --date");
        }
        Home home = Home.open(directory);
        if (home.settings().isOracle()) {
            throw new CommandFailure(ExitCode.REFUSED, "the baseline is the embedded database");
        }
        if (new Runner(home).running(Parts.SERVER).isEmpty()) {
            throw new CommandFailure(ExitCode.REFUSED, "it doesn't run: mypay up --home " + directory);
        }
        return home;
    }

    private void comparePayments(
            Payers payers,
            BareTransactions bare,
            Messages slipsOnTheirWay,
            Processes processes,
            Database database,
            Table table,
            PrintWriter out) {
        Duration turn = Duration.ofSeconds(seconds);
        if (warmUp > 0) {
            int each = Math.max(1, warmUp / CLIENTS_TO_WARM_UP);
            say(out, "warming up with %d payments".formatted(each * CLIENTS_TO_WARM_UP));
            Load.forCount(CLIENTS_TO_WARM_UP, each, client -> payers.client(client, CLIENTS_TO_WARM_UP));
            bare.warmUp(CLIENTS_TO_WARM_UP, each);
        }
        slipsOnTheirWay.awaitAll();
        Map<Integer, Comparison> comparisons = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (int clients : clientCounts) {
                Round plain = Round.measured(processes, database, () -> bare.run(clients, turn));
                Round paid = Round.measured(
                        processes,
                        database,
                        () -> Load.forTime(clients, turn, client -> payers.client(client, clients)));
                Duration lag = slipsOnTheirWay.awaitAll();
                comparisons.computeIfAbsent(clients, Comparison::new).add(plain, paid, lag);
                say(
                        out,
                        "round %d, %d clients: %.1f bare transactions/s, %.1f payments/s (p50 %.1f ms, p99 %.1f ms), %.2f s until the last slip had arrived"
                                .formatted(
                                        round,
                                        clients,
                                        plain.sample().perSecond(),
                                        paid.sample().perSecond(),
                                        paid.sample().millis(0.5),
                                        paid.sample().millis(0.99),
                                        lag.toNanos() / 1e9));
            }
        }
        comparisons.values().forEach(comparison -> comparison.print(table));
    }

    private void compareRemittances(
            Payers payers,
            BareTransactions bare,
            Database database,
            Processes processes,
            Table table,
            PrintWriter out) {
        Duration turn = Duration.ofSeconds(seconds);
        Remitters remitters = new Remitters(payers, database);
        Map<Integer, RemittanceFigures> figures = new LinkedHashMap<>();
        try (BareMessages bareMessages = new BareMessages()) {
            if (warmUp > 0) {
                say(out, "warming up with %d remittances".formatted(warmUp));
                for (int done = 0; done < warmUp; done += CLIENTS_TO_WARM_UP * remittances) {
                    remitters.turn(CLIENTS_TO_WARM_UP, remittances, processes);
                }
                bare.warmUp(CLIENTS_TO_WARM_UP, warmUp);
                bareMessages.run(CLIENTS_TO_WARM_UP, turn);
            }
            for (int round = 1; round <= rounds; round++) {
                for (int clients : clientCounts) {
                    say(
                            out,
                            "round %d, ".formatted(round)
                                    + figures.computeIfAbsent(clients, RemittanceFigures::new)
                                            .round(remitters, bare, bareMessages, processes, remittances, turn));
                }
            }
        }
        figures.values().forEach(each -> each.print(table));
    }

    private void measureLogs(
            Home home, Payers payers, Processes processes, Database database, Table table, PrintWriter out) {
        LogCosts costs = new LogCosts(home, database, processes, out);
        int clients = clientCounts.get(clientCounts.size() - 1);
        for (int round = 1; round <= rounds; round++) {
            costs.round(payers, clients, warmUp, Duration.ofSeconds(seconds));
        }
        costs.end();
        costs.print(table);
    }

    private void measureMessages(
            Payers payers, BareTransactions bare, Messages slipsOnTheirWay, Table table, PrintWriter out) {
        int each = Math.max(1, messages / CLIENTS_FOR_MESSAGES);
        say(out, "%d payments while the broker is down".formatted(each * CLIENTS_FOR_MESSAGES));
        Messages.Flow flow = slipsOnTheirWay.measured(
                () -> Load.forCount(CLIENTS_FOR_MESSAGES, each, client -> payers.client(client, CLIENTS_FOR_MESSAGES)));
        double plain = bare.run(1, Duration.ofSeconds(seconds)).perSecond();
        table.row(
                "messages/s, payment to settlement",
                "%.1f".formatted(flow.perSecond()),
                "%.1f".formatted(plain),
                "%.3f".formatted(flow.perSecond() / plain));
    }

    private void measureSettlement(
            Home home, Database database, BareTransactions bare, Path file, Table table, PrintWriter out) {
        LocalDate day;
        try {
            day = LocalDate.parse(String.valueOf(date));
        } catch (DateTimeParseException e) {
            throw new CommandFailure(ExitCode.REFUSED, "--date is a day like 2011-12-05");
        }
        Settlements.Figures settled = new Settlements(home, database).figures(file, day, CLIENTS_OF_A_DAY, out);
        double plain = bare.bulk(ROWS_OF_A_CHUNK, Duration.ofSeconds(seconds)).perSecond() * ROWS_OF_A_CHUNK;
        double lines = settled.slips() / seconds(settled.settle());
        table.row(
                "settlement of " + day + ", slips/s (step settle)",
                "%.0f".formatted(lines),
                "%.0f".formatted(plain),
                "%.3f".formatted(lines / plain));
        table.row("  slips", Long.toString(settled.slips()), "", "");
        table.row("  seconds of step settle", "%.2f".formatted(seconds(settled.settle())), "", "");
        table.row("  seconds of the job, payouts included", "%.2f".formatted(seconds(settled.job())), "", "");
    }

    private static double seconds(Duration duration) {
        return Math.max(1, duration.toMillis()) / 1e3;
    }

    private static double restartedIn(Home home) {
        return home.whileLocked(() -> {
            Runner runner = new Runner(home);
            runner.stop(Parts.SERVER);
            Part server = new LibertyServer(home, Installation.current()).prepare();
            long begin = System.nanoTime();
            runner.start(server, line -> {});
            return (System.nanoTime() - begin) / 1e9;
        });
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
