package com.mypay.cli.command;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.process.Platform;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops everything that runs. */
@Command(name = "down")
public final class DownCommand implements Callable<Integer> {

    @Mixin
    private HomeOption homeOption;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean nothingRan = new Platform(homeOption.open(), out).down().isEmpty();
        out.println(Text.of(nothingRan ? "down.nothing" : "down.done"));
        out.flush();
        return ExitCode.OK;
    }
}
