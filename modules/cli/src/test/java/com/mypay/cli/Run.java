package com.mypay.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command line that was run within this process, and what came of it.
 *
 * @param out lines for people
 * @param err what was wrong
 */
public record Run(int exitCode, String out, String err) {

    public static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = MyPay.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
