package com.mypay.cli.process;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Installation;
import com.mypay.cli.home.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A whole installation: brought up in order, taken down the other way round. Both may be repeated. */
public final class Platform {

    private final Home home;
    private final Runner runner;
    private final PrintWriter out;
    private volatile boolean begun;

    public Platform(Home home, PrintWriter out) {
        this.home = home;
        this.runner = new Runner(home);
        this.out = out;
    }

    /** Starts what doesn't run; goes on with the data that is there. Returns once everything is ready. */
    public void up() {
        home.whileLocked(() -> {
            startAll();
            return true;
        });
    }

    /** @return the names of the parts that ran */
    public List<String> down() {
        return home.whileLocked(this::stopAll);
    }

    /** Whether {@link #up} has begun to start things, rather than having been refused. */
    public boolean hasBegun() {
        return begun;
    }

    private void startAll() {
        requireFreePorts();
        begun = true;
        Installation installation = Installation.current();
        Parts parts = new Parts(home, installation);
        if (!home.settings().isOracle()) {
            start(parts.database());
        }
        start(parts.broker());
        start(parts.bank());
        LibertyServer server = new LibertyServer(home, installation);
        if (runner.running(Parts.SERVER).isEmpty()) {
            applySchemas(parts);
            start(server.prepare());
        } else {
            start(server.part());
        }
    }

    /** Of everything, before anything starts: an installation that runs by halves helps nobody. */
    private void requireFreePorts() {
        Settings settings = home.settings();
        if (!settings.isOracle()) {
            runner.requireFreePorts(Parts.DATABASE, settings.databasePort());
        }
        runner.requireFreePorts(Parts.BROKER, settings.brokerPort());
        runner.requireFreePorts(Parts.BANK, settings.bankPort());
        runner.requireFreePorts(Parts.SERVER, settings.httpPort(), settings.httpsPort());
    }

    private List<String> stopAll() {
        List<String> reversed = new ArrayList<>(Parts.ALL);
        Collections.reverse(reversed);
        List<String> stopped = new ArrayList<>();
        for (String name : reversed) {
            if (runner.running(name).isPresent()) {
                say(Text.of("stopping", Runner.label(name)));
            }
            if (runner.stop(name)) {
                stopped.add(name);
            }
        }
        return stopped;
    }

    private void start(Part part) {
        boolean runs = runner.running(part.name()).isPresent();
        long begin = System.nanoTime();
        String label = Runner.label(part.name());
        say(Text.of(runs ? "waiting" : "starting", label, Integer.toString(part.port())));
        runner.start(part, missing -> say(Text.of("waitingFor", missing)));
        say(Text.of("ready", label, (System.nanoTime() - begin) / 1e9));
    }

    private void applySchemas(Parts parts) {
        say(Text.of("schemas"));
        ProcessBuilder builder = new ProcessBuilder(parts.schemaRunnerCommand());
        builder.environment().putAll(parts.schemaRunnerEnvironment());
        builder.redirectErrorStream(true);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            List<String> lines = new ArrayList<>();
            try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                reader.lines().forEach(line -> {
                    lines.add(line);
                    say("  " + line);
                });
            }
            if (process.waitFor() != 0) {
                throw new CommandFailure(
                        ExitCode.REFUSED, lines.isEmpty() ? Text.of("schemas.failed") : lines.get(lines.size() - 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw CommandFailure.interrupted();
        } finally {
            process.destroy();
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
