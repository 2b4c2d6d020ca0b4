package com.mypay.framework.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.edge.Body;
import com.mypay.framework.edge.EdgeFilter;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.edge.Exchange.Direction;
import com.mypay.framework.log.LogSink.Completion;
import com.mypay.framework.masking.Masking;
import com.mypay.framework.masking.Masking.Masked;
import com.mypay.framework.value.TransactionEnd;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line for each exchange at each edge: the outermost step of the chain. Of commands and messages that come in a short
 * line lies in the spool from the begin on, which the whole one replaces: if the server dies in the middle, it is shipped
 * by the next start, with the status {@link Exchange#NO_ANSWER}. If it dies between the two, both are. Not of a batch
 * step: it would keep the spool from being emptied for as long as the step takes, and its job is restarted under its GUID.
 */
@ApplicationScoped
public class ImageLog implements EdgeFilter {

    private static final int MAX_NAME = 200;
    private static final int MAX_STATUS = 60;
    private static final int MAX_ID = 64;
    private static final int MAX_HEADER = 200;
    private static final int MAX_HEADERS = 24;

    /** What changes nothing, whatever is asked. */
    private static final List<String> READING = List.of("GET ", "HEAD ", "OPTIONS ");

    /** UTF-8 has at most three bytes for a {@code char}. */
    private static final int MOST_BYTES = 3;

    /** What the line says elsewhere, and what says nothing. */
    private static final Set<String> LEFT_OUT = Set.of(
            "host",
            "connection",
            "content-length",
            "accept-encoding",
            "transfer-encoding",
            "date",
            CallContext.GUID_HEADER.toLowerCase(Locale.ROOT),
            CallContext.HOP_HEADER.toLowerCase(Locale.ROOT),
            CallContext.CALLER_HEADER.toLowerCase(Locale.ROOT));

    @Override
    public int order() {
        return IMAGE_LOG;
    }

    /** The short line of an exchange that hasn't ended. */
    private record Begun(Completion line) {}

    @Override
    public void before(Exchange exchange) {
        LogWriter writer = LogWriter.current();
        if (writer != null && mayChangeSomething(exchange)) {
            LogLine line = begin(writer, exchange, Exchange.NO_ANSWER)
                    .flag("cut", exchange.request().length() > 0);
            exchange.keep(Begun.class, new Begun(writer.await(LogKind.IMAGE, line)));
        }
    }

    private static boolean mayChangeSomething(Exchange exchange) {
        return exchange.direction() == Direction.IN
                && switch (exchange.edge()) {
                    case REST -> READING.stream().noneMatch(exchange.operation()::startsWith);
                    case AMQP -> true;
                    case BANK, BATCH -> false;
                };
    }

    @Override
    public void after(Exchange exchange) {
        LogWriter writer = LogWriter.current();
        if (writer != null) {
            writer.write(LogKind.IMAGE, line(writer, exchange));
            exchange.kept(Begun.class).ifPresent(begun -> begun.line().completed(TransactionEnd.ROLLED_BACK));
        }
    }

    /** The fields that every line has but the last. */
    private static LogLine begin(LogWriter writer, Exchange exchange, String status) {
        long micros = exchange.durationMicros();
        Instant begun = writer.now().minus(micros, ChronoUnit.MICROS);
        CallContext context = exchange.context();
        return writer.line(begun, context, LogWriter.operation(exchange.operation()))
                .text("direction", exchange.direction().name(), MAX_NAME)
                .text("edge", exchange.edge().name(), MAX_NAME)
                .text("peer", exchange.peer(), MAX_NAME)
                .text("caller", context == null ? "" : context.caller().toString(), MAX_ID)
                .number("durationMicros", micros)
                .text("status", status, MAX_STATUS)
                .number("requestBytes", exchange.request().length())
                .number("responseBytes", exchange.response().length());
    }

    private static LogLine line(LogWriter writer, Exchange exchange) {
        CallContext context = exchange.context();
        LogLine line = begin(writer, exchange, exchange.status());
        if (!exchange.sentGuid().isEmpty()) {
            line.text("sentGuid", exchange.sentGuid(), MAX_ID);
        }
        Masking masking = writer.settings().masking();
        Map<String, String> requestHeaders = masked(masking, exchange.requestHeaders());
        if (!exchange.query().isEmpty()) {
            // No header can have this name
            requestHeaders.put(":query", masking.query(exchange.query()));
        }
        line.texts("requestHeaders", requestHeaders, MAX_HEADER)
                .texts("responseHeaders", masked(masking, exchange.responseHeaders()), MAX_HEADER);
        boolean cut = body(writer, line, "request", exchange.request());
        cut |= body(writer, line, "response", exchange.response());
        line.flag("cut", cut);
        long member = memberOf(context);
        if (member > 0) {
            line.number("memberId", member);
        }
        return line;
    }

    private static boolean body(LogWriter writer, LogLine line, String name, Body body) {
        if (body.length() == 0) {
            return false;
        }
        line.text(name + "Hash", body.hash(), MAX_ID);
        int limit = writer.settings().bodyLimit();
        if (!body.isJson() || limit == 0) {
            // Of another form, what is in it can't be told apart, and so not be masked
            return true;
        }
        int bytes = Math.min(body.head().length, limit * MOST_BYTES);
        Masked masked = writer.settings().masking().json(new String(body.head(), 0, bytes, UTF_8), limit);
        line.text(name + "Body", masked.text(), limit);
        return masked.cut();
    }

    private static Map<String, String> masked(Masking masking, Map<String, String> headers) {
        Map<String, String> shown = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            if (shown.size() < MAX_HEADERS && !LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                shown.put(name, masking.value(name, value));
            }
        });
        return shown;
    }

    private static long memberOf(@Nullable CallContext context) {
        if (context == null) {
            return 0;
        }
        Caller caller = context.caller();
        return switch (caller.kind()) {
            case MEMBER, FRANCHISE -> Long.parseLong(caller.id());
            case STAFF, SERVICE, ANONYMOUS -> 0;
        };
    }
}
