package com.mypay.cli.command;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.TestClock;
import com.mypay.cli.settle.Cycle;
import com.mypay.cli.settle.Settle;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the settlement of a business date. */
@Command(name = "settle")
public final class SettleCommand implements Callable<Integer> {

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--date", required = true, paramLabel = "DATE", descriptionKey = "option.settleDate")
    private String dateText;

    @Option(names = "--json", descriptionKey = "option.settleJson")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        LocalDate date = Dates.parse(dateText);
        Home home = homeOption.open();
        RequireServer.of(home);
        LocalDate today = new TestClock(home, Clock.systemUTC()).date();
        if (date.isAfter(today)) {
            throw CommandFailure.refused("settle.future", date.toString(), today.toString());
        }
        PrintWriter out = spec.commandLine().getOut();
        int exitCode = new Settle(home, date, out).run();
        if (json) {
            Cycle.find(home, date).ifPresent(cycle -> out.println(cycle.summary()));
            out.flush();
        }
        return exitCode;
    }
}
