package com.mypay.cli.command;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Installation;
import com.mypay.cli.process.LibertyServer;
import com.mypay.cli.process.Part;
import com.mypay.cli.process.Parts;
import com.mypay.cli.process.Runner;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows each process, its port and its health; exits 0 if all are healthy, 1 otherwise. */
@Command(
        name = "status",
        description = "Show each process, its port, its health. Exits 0 if all are healthy, 1 otherwise.",
        mixinStandardHelpOptions = true)
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
            Optional<ProcessHandle> process = runner.running(part.name());
            Optional<String> missing = process.isPresent() ? part.readiness().missing() : Optional.empty();
            healthy &= process.isPresent() && missing.isEmpty();
            String state = process.isEmpty()
                    ? Text.of("status.stopped")
                    : missing.map(what -> Text.of("status.notReady", what)).orElse(Text.of("status.ready"));
            String pid = process.map(running -> Long.toString(running.pid())).orElse("-");
            out.println(String.format(Locale.ROOT, "%-10s %6d  %8s  %s", part.name(), part.port(), pid, state));
        }
        out.flush();
        return healthy ? ExitCode.OK : ExitCode.FAILED;
    }
}
