package com.mypay.frameworktest.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.framework.log.LogKind;
import com.mypay.framework.log.LogSettings;
import com.mypay.framework.log.LogSink;
import com.mypay.framework.log.LogWriter;
import com.mypay.framework.masking.Masking;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.TransactionEnd;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Takes the log lines of a test into memory, those that are true: what waits for a transaction is there once it has
 * committed. Not for tests that run side by side in one process.
 *
 * <pre>{@code
 * @RegisterExtension
 * final RecordedLogs logs = RecordedLogs.within(transactions);
 * }</pre>
 */
public final class RecordedLogs implements LogSink, BeforeEachCallback, AfterEachCallback {
    /** Of the writer: the service and the server that all lines name. */
    public static final String SERVICE = "testing";

    private static final int BODY_LIMIT = 4_096;

    private final Transactions transactions;
    private final List<Line> lines = Collections.synchronizedList(new ArrayList<>());
    private final List<Line> open = Collections.synchronizedList(new ArrayList<>());

    /** @param body as the shipper gets it */
    public record Line(LogKind kind, String body) {}

    private RecordedLogs(Transactions transactions) {
        this.transactions = transactions;
    }

    public static RecordedLogs within(Transactions transactions) {
        return new RecordedLogs(transactions);
    }

    @Override
    public void append(LogKind kind, byte[] line) {
        lines.add(new Line(kind, new String(line, UTF_8)));
    }

    @Override
    public Completion await(LogKind kind, byte[] line) {
        Line waiting = new Line(kind, new String(line, UTF_8));
        open.add(waiting);
        return end -> {
            open.remove(waiting);
            if (end == TransactionEnd.COMMITTED) {
                append(kind, line);
            }
        };
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** What nobody has told the end of: the next start would ship it, unconfirmed, if the process died now. */
    public List<Line> open() {
        return List.copyOf(open);
    }

    public List<String> of(LogKind kind) {
        return lines().stream()
                .filter(line -> line.kind() == kind)
                .map(Line::body)
                .toList();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        LogSettings settings =
                new LogSettings(true, false, Path.of("none"), Long.MAX_VALUE, BODY_LIMIT, Masking.usual());
        LogWriter.use(new LogWriter(
                this, SERVICE, "node1", Clock.systemUTC(), settings, end -> transactions.onCompletion(end::completed)));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        LogWriter.use(null);
    }
}
