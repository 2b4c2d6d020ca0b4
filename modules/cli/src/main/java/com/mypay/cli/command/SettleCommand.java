package com.mypay.cli.command;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.TestClock;
import com.mypay.cli.settle.Cycle;
import com.mypay.cli.settle.Recompute;
import com.mypay.cli.settle.Settle;
import com.mypay.cli.settle.SettleRange;
import com.mypay.cli.settle.Shadow;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the settlement of a business date, or of a range of them. */
@Command(name = "settle")
public final class SettleCommand implements Callable<Integer> {

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--date", paramLabel = "DATE", descriptionKey = "option.settleDate")
    private @Nullable String dateText;

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "option.settleFrom")
    private @Nullable String fromText;

    @Option(names = "--to", paramLabel = "DATE", descriptionKey = "option.settleTo")
    private @Nullable String toText;

    @Option(names = "--as-one-cycle", descriptionKey = "option.settleOneCycle")
    private boolean asOneCycle;

    @Option(names = "--each-day", descriptionKey = "option.settleEachDay")
    private boolean eachDay;

    @Option(names = "--verify", paramLabel = "DATE", descriptionKey = "option.settleVerify")
    private @Nullable String verify;

    @Option(names = "--shadow", paramLabel = "DATE", descriptionKey = "option.settleShadow")
    private @Nullable String shadow;

    @Option(names = "--terms", paramLabel = "FILE", descriptionKey = "option.settleTerms")
    private @Nullable Path terms;

    @Option(names = "--json", descriptionKey = "option.settleJson")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean settles = dateText != null || fromText != null || toText != null || asOneCycle || eachDay;
        String again = verify;
        String tried = shadow;
        if (again != null && tried == null && terms == null && !settles) {
            return verify(Dates.parse(again));
        }
        Path proposed = terms;
        if (tried != null && proposed != null && again == null && !settles) {
            return shadow(Dates.parse(tried), proposed);
        }
        if (again != null || tried != null || proposed != null) {
            throw CommandFailure.refused("settle.what");
        }
        boolean range = fromText != null && toText != null && asOneCycle != eachDay && dateText == null;
        boolean one = dateText != null && fromText == null && toText == null && !asOneCycle && !eachDay;
        if (!range && !one) {
            throw CommandFailure.refused("settle.which");
        }
        LocalDate first = Dates.parse(String.valueOf(one ? dateText : fromText));
        LocalDate last = Dates.parse(String.valueOf(one ? dateText : toText));
        if (last.isBefore(first)) {
            throw CommandFailure.refused("settle.backwards", first.toString(), last.toString());
        }
        Home home = homeOption.open();
        RequireServer.of(home);
        LocalDate today = new TestClock(home, Clock.systemUTC()).date();
        if (last.isAfter(today)) {
            throw CommandFailure.refused("settle.future", last.toString(), today.toString());
        }
        PrintWriter out = spec.commandLine().getOut();
        return one ? date(home, last, out) : range(home, first, last, out);
    }

    private int date(Home home, LocalDate date, PrintWriter out) {
        int exitCode = new Settle(home, date, out).run();
        if (json) {
            Cycle.find(home, date).ifPresent(cycle -> out.println(cycle.summary()));
            out.flush();
        }
        return exitCode;
    }

    private int range(Home home, LocalDate first, LocalDate last, PrintWriter out) {
        SettleRange range = new SettleRange(home, first, last, out);
        int exitCode = eachDay
                ? range.eachDay(date -> new Settle(home, date, out).run())
                : new Settle(home, first, last, out).run();
        if (json) {
            out.println(range.summary());
            out.flush();
        }
        return exitCode;
    }

    private int shadow(LocalDate date, Path file) {
        Home home = homeOption.open();
        RequireServer.of(home);
        return new Shadow(home, spec.commandLine().getOut()).run(date, file);
    }

    private int verify(LocalDate date) {
        Home home = homeOption.open();
        RequireServer.of(home);
        return new Recompute(home, spec.commandLine().getOut()).run(date);
    }
}
