package com.mypay.cli.command;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.home.Home;
import com.mypay.cli.process.Platform;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything and leaves it running. */
@Command(name = "up")
public final class UpCommand implements Callable<Integer> {

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--port-base", paramLabel = "PORT", descriptionKey = "option.portBase")
    private @Nullable Integer portBase;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Home home = homeOption.openOrCreate(portBase);
        new Platform(home, out).up();
        String http = "http://127.0.0.1:" + home.settings().httpPort();
        String https = "https://127.0.0.1:" + home.settings().httpsPort();
        out.println(Text.of("up.where", http, https, home.directory()));
        out.flush();
        return ExitCode.OK;
    }
}
