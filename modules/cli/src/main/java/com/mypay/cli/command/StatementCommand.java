package com.mypay.cli.command;

import com.mypay.cli.home.Home;
import com.mypay.cli.settle.StatementFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a franchise's statement of a business date as PDF or CSV. */
@Command(name = "statement")
public final class StatementCommand implements Callable<Integer> {

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--franchise", required = true, paramLabel = "ID", descriptionKey = "option.statementFranchise")
    private long franchise;

    @Option(names = "--date", required = true, paramLabel = "DATE", descriptionKey = "option.settleDate")
    private String dateText;

    @Option(names = "--file", paramLabel = "FILE", descriptionKey = "option.statementFile")
    private @Nullable Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        LocalDate date = Dates.parse(dateText);
        Home home = homeOption.open();
        RequireServer.of(home);
        Path target = file == null ? Path.of("statement-" + franchise + "-" + date + ".pdf") : file;
        return new StatementFile(home, spec.commandLine().getOut()).fetch(franchise, date, target);
    }
}
