package com.mypay.settlement.adapter.in.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.settlement.application.FindSettlements.Statement;
import com.mypay.settlement.application.WriteStatement;
import com.mypay.settlement.domain.Settlements.LineOfSlip;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * A statement as CSV (RFC 4180): UTF-8 with the mark that spreadsheets know it by, CRLF, a header, a line for each slip,
 * then the sums with their name in the first column, the amount in the last one and the remark in the second. No value
 * needs quotes: ids are letters, digits and hyphens, and the words are ours.
 */
final class CsvStatement implements WriteStatement.Document {

    private static final String MARK = "\uFEFF";

    private final Writer out;

    /** @param out is flushed at the end and not closed */
    CsvStatement(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    }

    @Override
    public void head(Statement statement, String name) {
        write(MARK + String.join(",", StatementWords.COLUMNS));
    }

    @Override
    public void lines(List<LineOfSlip> lines) {
        lines.forEach(line -> write(String.join(",", StatementWords.line(line))));
    }

    @Override
    public void end(Statement statement) {
        for (StatementWords.Sum sum : StatementWords.sums(statement)) {
            write(sum.name() + "," + sum.remark().replace(", ", " ") + ",,,,," + sum.won());
        }
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String line) {
        try {
            out.write(line);
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
