package com.mypay.cli.command;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.home.Home;
import com.mypay.cli.settle.Explain;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a settled slip comes to its amount. */
@Command(name = "explain")
public final class ExplainCommand implements Callable<Integer> {

    private static final String ID = "[0-9A-Za-z-]{1,32}";

    @Mixin
    private HomeOption homeOption;

    @Parameters(arity = "1", paramLabel = "SLIP", descriptionKey = "option.explainSlip")
    private String slipId;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!slipId.matches(ID)) {
            throw CommandFailure.refused("explain.id", slipId);
        }
        Home home = homeOption.open();
        RequireServer.of(home);
        return new Explain(home, spec.commandLine().getOut()).show(slipId);
    }
}
