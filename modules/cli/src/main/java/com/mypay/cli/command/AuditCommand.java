package com.mypay.cli.command;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.home.Home;
import com.mypay.cli.settle.Certificates;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the certificates of closed cycles with what is there now. */
@Command(name = "audit")
public final class AuditCommand implements Callable<Integer> {

    @Mixin
    private HomeOption homeOption;

    @Parameters(arity = "1", paramLabel = "verify", descriptionKey = "option.auditWhat")
    private String what;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!what.equals("verify")) {
            throw CommandFailure.refused("audit.what", what);
        }
        Home home = homeOption.open();
        RequireServer.of(home);
        return new Certificates(home, spec.commandLine().getOut()).verify();
    }
}
