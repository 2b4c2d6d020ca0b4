package com.mypay.cli.command;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.batch.BatchApi;
import com.mypay.cli.batch.ImportSlips;
import com.mypay.cli.home.Home;
import com.mypay.cli.play.ShopsOfFile;
import com.mypay.cli.slips.SlipBook;
import com.mypay.cli.slips.SlipsFile;
import com.mypay.cli.slips.TakeOverFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes the slips of another system over out of a file. */
@Command(name = "import-slips")
public final class ImportSlipsCommand implements Callable<Integer> {

    private static final int MAX_CLIENTS = 64;

    @Mixin
    private HomeOption homeOption;

    @Parameters(paramLabel = "FILE", descriptionKey = "option.importFile")
    private Path file;

    @Option(names = "--rejects", paramLabel = "FILE", descriptionKey = "option.importRejects")
    private @Nullable Path rejects;

    @Option(names = "--reject-limit", paramLabel = "N", defaultValue = "1000", descriptionKey = "option.importLimit")
    private int rejectLimit;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "4", descriptionKey = "option.clients")
    private int clients;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (clients < 1 || clients > MAX_CLIENTS) {
            throw CommandFailure.refused("day.clients", clients, MAX_CLIENTS);
        }
        if (rejectLimit < 0 || rejectLimit > ImportSlips.HIGHEST_LIMIT) {
            throw CommandFailure.refused(
                    "import.limit", Integer.toString(rejectLimit), Integer.toString(ImportSlips.HIGHEST_LIMIT));
        }
        Home home = homeOption.open();
        RequireServer.of(home);
        PrintWriter out = spec.commandLine().getOut();
        Path imports = imports(home);
        Path name = file.toAbsolutePath().getFileName();
        Path reject = rejects == null ? imports.resolve(name + ".rejected.csv") : rejects.toAbsolutePath();
        Path slips = isOfAShop() ? takenOver(home, imports, out) : file.toAbsolutePath();
        return new ImportSlips(home, new BatchApi(home), out).run(slips, reject, rejectLimit);
    }

    /** A file that can't be read is one that the job will refuse, in its own words. */
    private boolean isOfAShop() {
        return SlipsFile.header(file).filter(SlipsFile.HEADER::equals).isPresent();
    }

    private Path takenOver(Home home, Path imports, PrintWriter out) {
        SlipBook book = read(out);
        Map<String, Long> franchises = new ShopsOfFile(home, book, clients, out).signUp();
        Path target = imports.resolve(book.tag() + ".slips.csv");
        try {
            new TakeOverFile(book, shop -> franchises.getOrDefault(shop, 0L)).write(target);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED_RESTARTABLE, Text.of("import.unwritable", target, String.valueOf(e.getMessage())));
        }
        return target;
    }

    private SlipBook read(PrintWriter out) {
        out.println(Text.of("slips.reading", file));
        out.flush();
        SlipBook book;
        try {
            book = SlipsFile.read(file);
        } catch (CommandFailure e) {
            throw new CommandFailure(ExitCode.FAILED_FOR_GOOD, String.valueOf(e.getMessage()));
        }
        out.println(Text.of(
                "slips.read",
                book.payments().size(),
                book.cancellations().size(),
                book.unmatched(),
                book.skipped(),
                book.malformed().size()));
        out.flush();
        if (book.malformed().size() > rejectLimit) {
            throw new CommandFailure(
                    ExitCode.FAILED_FOR_GOOD,
                    Text.of(
                            "import.end.TOO_MANY_REJECTED",
                            file,
                            book.malformed().size(),
                            rejectLimit));
        }
        if (book.payments().isEmpty()) {
            throw new CommandFailure(ExitCode.FAILED_FOR_GOOD, Text.of("import.end.FILE_EMPTY", file));
        }
        return book;
    }

    private static Path imports(Home home) {
        Path imports = home.directory().resolve("imports");
        try {
            return Files.createDirectories(imports);
        } catch (IOException e) {
            throw CommandFailure.refused("home.notMade", imports, String.valueOf(e.getMessage()));
        }
    }
}
