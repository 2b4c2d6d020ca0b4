package com.mypay.cli.settle;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.api.Http.Answer;
import com.mypay.cli.home.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;

/** Fetches a franchise's statement of a business date into a file; its ending says which kind. */
public final class StatementFile {

    private static final String FIND = "/settlement/com/v1/find/statement-";

    private final Http staff;
    private final PrintWriter out;

    public StatementFile(Home home, PrintWriter out) {
        this.staff = new Http(home).staff("mypay.statement", "operator");
        this.out = out;
    }

    /**
     * A file that is there already is replaced once the new one is complete.
     *
     * @return the command's exit code: failed, if there is no such statement
     */
    public int fetch(long franchise, LocalDate date, Path file) {
        String kind = kind(file);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            // Now, so that a directory that can't be written isn't taken for a server that doesn't answer
            Files.write(part, new byte[0]);
            try {
                return fetch(franchise, date, file, kind, part);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private int fetch(long franchise, LocalDate date, Path file, String kind, Path part) throws IOException {
        Answer answer = staff.download(FIND + kind + "?franchiseId=" + franchise + "&businessDate=" + date, part);
        if (answer.code().equals("SETTLEMENT_NOT_FOUND")) {
            out.println(Text.of("statement.none", Long.toString(franchise), date.toString()));
            out.flush();
            return ExitCode.FAILED;
        }
        if (!answer.isOk()) {
            answer.orRefused("find/statement");
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        out.println(Text.of("statement.written", file, Files.size(file)));
        out.flush();
        return ExitCode.OK;
    }

    private static String kind(Path file) {
        String name = file.toString();
        if (name.endsWith(".csv")) {
            return "csv";
        }
        if (name.endsWith(".pdf")) {
            return "pdf";
        }
        throw CommandFailure.refused("statement.kind", file);
    }
}
