package com.mypay.framework.log;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.log.LogSink.Completion;
import com.mypay.framework.value.TransactionEnd;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What this service's three logs write with. One per service, found without injection like {@link Log} and
 * {@link CallContext}: the REST clients' filters are made by hand. None where logs are switched off, and in unit tests
 * that don't look at them.
 */
public final class LogWriter {

    private static volatile @Nullable LogWriter current;

    /** A verb and a noun; anything else in a path may be somebody's account number. */
    private static final Pattern OPERATION = Pattern.compile("[a-z]+(?:-[a-z]+)*/[a-z]+(?:-[a-z0-9]+)*");

    private final LogSink sink;
    private final String service;
    private final String server;
    private final Clock realTime;
    private final LogSettings settings;
    private final Predicate<Completion> transaction;

    /**
     * @param transaction has what it is given called at the end of the transaction that is open; {@code false} if none is
     */
    public LogWriter(
            LogSink sink,
            String service,
            String server,
            Clock realTime,
            LogSettings settings,
            Predicate<Completion> transaction) {
        this.sink = sink;
        this.service = service;
        this.server = server;
        this.realTime = realTime;
        this.settings = settings;
        this.transaction = transaction;
    }

    public static @Nullable LogWriter current() {
        return current;
    }

    public static void use(@Nullable LogWriter writer) {
        current = writer;
    }

    LogSettings settings() {
        return settings;
    }

    Instant now() {
        return realTime.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LogLine line(Instant at, @Nullable CallContext context, String operation) {
        return new LogLine(at, context, service, server, operation);
    }

    void write(LogKind kind, LogLine line) {
        sink.append(kind, line.bytes());
    }

    /** What stands in the log, unconfirmed, if this server dies before it has said how it ended. */
    Completion await(LogKind kind, LogLine line) {
        return sink.await(kind, line.bytes());
    }

    /** Once the transaction commits that is open; at once if none is. */
    void writeOnCommit(LogKind kind, LogLine line) {
        Deferred deferred = new Deferred();
        if (!transaction.test(deferred)) {
            write(kind, line);
        } else if (deferred.end == null) {
            deferred.line = sink.await(kind, line.bytes());
        } else if (deferred.end != TransactionEnd.ROLLED_BACK) {
            sink.await(kind, line.bytes()).completed(deferred.end);
        }
    }

    /** Asked for the end of the transaction before the line is written, so that no line waits for nobody. */
    private static final class Deferred implements Completion {
        private @Nullable Completion line;
        private @Nullable TransactionEnd end;

        @Override
        public void completed(TransactionEnd how) {
            end = how;
            if (line != null) {
                line.completed(how);
            }
        }
    }

    /** {@code POST /com/v1/charge/money} is {@code charge/money}; a queue and a job's step stay as they are. */
    static String operation(@Nullable CallContext context) {
        return context == null ? "" : operation(context.operation());
    }

    /** The same of what has been called: nothing that could be somebody's account number. */
    public static String operation(String called) {
        int blank = called.indexOf(' ');
        if (blank < 0) {
            return called;
        }
        String path = called.substring(blank + 1);
        int last = path.lastIndexOf('/');
        int before = last < 1 ? -1 : path.lastIndexOf('/', last - 1);
        String operation = path.substring(before + 1);
        return OPERATION.matcher(operation).matches() ? operation : "unknown";
    }
}
