package com.mypay.cli.command;

import com.mypay.cli.accounting.AccountingExport;
import com.mypay.cli.home.Home;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the files for the accounting system. */
@Command(name = "accounting")
public final class AccountingCommand implements Callable<Integer> {

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--date", required = true, paramLabel = "DATE", descriptionKey = "option.accountingDate")
    private String date;

    @Option(names = "--to", paramLabel = "DIRECTORY", descriptionKey = "option.accountingTo")
    private Path directory = Path.of(".");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var day = Dates.parse(date);
        Home home = homeOption.open();
        RequireServer.of(home);
        return new AccountingExport(home, spec.commandLine().getOut()).export(day, directory);
    }
}
