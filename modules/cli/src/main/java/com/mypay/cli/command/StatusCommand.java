package com.mypay.cli.command;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Installation;
import com.mypay.cli.process.LibertyServer;
import com.mypay.cli.process.Part;
import com.mypay.cli.process.Parts;
import com.mypay.cli.process.Runner;
import com.mypay.cli.process.Runner.Look;
import com.mypay.cli.process.Runner.State;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows each process, its port and its health; exits 0 if all are healthy, 1 otherwise. */
@Command(name = "status")
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    private HomeOption homeOption;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = homeOption.open();
        Installation installation = Installation.current();
        Parts parts = new Parts(home, installation);
        List<Part> all = new ArrayList<>();
        if (!home.settings().isOracle()) {
            all.add(parts.database());
        }
        all.addAll(List.of(parts.broker(), parts.bank(), new LibertyServer(home, installation).part()));

        PrintWriter out = spec.commandLine().getOut();
        Runner runner = new Runner(home);
        boolean healthy = true;
        for (Part part : all) {
            Look look = runner.look(part);
            healthy &= look.state() == State.READY;
            String pid = look.pid().isPresent() ? Long.toString(look.pid().getAsLong()) : "-";
            out.println(
                    String.format(Locale.ROOT, "%-10s %6d  %8s  %s", part.name(), part.port(), pid, say(look, part)));
            out.flush();
        }
        return healthy ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String say(Look look, Part part) {
        return switch (look.state()) {
            case STOPPED -> Text.of(Parts.answers(part.port()) ? "status.stoppedPortInUse" : "status.stopped");
            case DEAD -> Text.of("status.dead", part.log());
            case STARTING -> Text.of("status.starting", look.missing());
            case NOT_READY -> Text.of("status.notReady", look.missing());
            case READY -> Text.of("status.ready");
        };
    }
}
