package com.mypay.framework.telemetry;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Guid;
import com.mypay.framework.edge.EdgeFilter;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.edge.Exchange.Direction;
import com.mypay.framework.edge.Exchange.Edge;
import com.mypay.framework.log.LogWriter;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * One OpenTelemetry span for each exchange at each edge, in the trace whose id is the GUID. Nothing, unless the server's
 * OpenTelemetry is switched on ({@code OTEL_SDK_DISABLED=false}), which then also sends the server's log lines, those
 * within an exchange with its trace and span.
 *
 * <p>The trace's id is given from outside, so each span has a parent: that of the caller, which another service says in
 * its {@value #HEADER}, or else a root that is the GUID's last half and is never sent itself. Only what has a sampled
 * parent is recorded ({@code OTEL_TRACES_SAMPLER=parentbased_always_off}), and that is never one of the server's own spans.
 */
@ApplicationScoped
public class Spans implements EdgeFilter {

    /** W3C trace context. */
    public static final String HEADER = "traceparent";

    private static final Pattern PARENT = Pattern.compile("00-([0-9a-f]{32})-((?!0{16})[0-9a-f]{16})-[0-9a-f]{2}");
    private static final int FIRST_SERVER_ERROR = 500;

    private final @Nullable Tracer tracer;

    /** @param telemetry the server's; its {@code GlobalOpenTelemetry} does nothing */
    @Inject
    public Spans(Instance<OpenTelemetry> telemetry) {
        this(isEnabled() ? telemetry.get() : null);
    }

    Spans(@Nullable OpenTelemetry telemetry) {
        this.tracer = telemetry == null ? null : telemetry.getTracer("mypay");
    }

    /** For the container's proxy. */
    protected Spans() {
        this.tracer = null;
    }

    private static boolean isEnabled() {
        return ConfigProvider.getConfig(Spans.class.getClassLoader())
                .getOptionalValue("otel.sdk.disabled", Boolean.class)
                .map(disabled -> !disabled)
                .orElse(false);
    }

    /** @param scope while it is open, log lines of this thread belong to the span */
    private record Open(Span span, Scope scope) {}

    @Override
    public int order() {
        return SPANS;
    }

    @Override
    public void before(Exchange exchange) {
        CallContext context = exchange.context();
        if (tracer == null || context == null) {
            return;
        }
        Span span = tracer.spanBuilder(LogWriter.operation(exchange.operation()))
                .setParent(parent(exchange, context.guid()))
                .setSpanKind(kind(exchange))
                .setAttribute("mypay.edge", exchange.edge().name())
                .setAttribute("mypay.peer", exchange.peer())
                .setAttribute("mypay.hop", context.hop())
                .startSpan();
        boolean in = exchange.direction() == Direction.IN;
        exchange.keep(Open.class, new Open(span, in ? within(span) : Scope.noop()));
        if (!in && exchange.edge() != Edge.BANK) {
            exchange.requestHeaders()
                    .put(
                            HEADER,
                            "00-" + context.guid() + "-" + span.getSpanContext().getSpanId() + "-01");
        }
    }

    /**
     * Current as one that isn't sampled: the server's REST client would else make spans of its own with whole addresses,
     * and an address may have an account's number.
     */
    @SuppressWarnings("MustBeClosedChecker") // after the work
    private static Scope within(Span span) {
        SpanContext own = span.getSpanContext();
        return Span.wrap(SpanContext.create(
                        own.getTraceId(), own.getSpanId(), TraceFlags.getDefault(), TraceState.getDefault()))
                .makeCurrent();
    }

    private static Context parent(Exchange exchange, Guid guid) {
        SpanContext around = Span.current().getSpanContext();
        String id = around.getTraceId().equals(guid.value()) ? around.getSpanId() : parentId(exchange, guid);
        SpanContext parent =
                SpanContext.createFromRemoteParent(guid.value(), id, TraceFlags.getSampled(), TraceState.getDefault());
        return Context.root().with(Span.wrap(parent));
    }

    /** Another trace's is none of ours: whoever isn't trusted has got another GUID. */
    private static String parentId(Exchange exchange, Guid guid) {
        for (Map.Entry<String, String> header : exchange.requestHeaders().entrySet()) {
            Matcher parent = PARENT.matcher(header.getValue());
            if (header.getKey().equalsIgnoreCase(HEADER)
                    && parent.matches()
                    && parent.group(1).equals(guid.value())) {
                return parent.group(2);
            }
        }
        return guid.value().substring(16);
    }

    private static SpanKind kind(Exchange exchange) {
        boolean in = exchange.direction() == Direction.IN;
        return switch (exchange.edge()) {
            case REST, BANK -> in ? SpanKind.SERVER : SpanKind.CLIENT;
            case AMQP -> in ? SpanKind.CONSUMER : SpanKind.PRODUCER;
            case BATCH -> SpanKind.INTERNAL;
        };
    }

    @Override
    public void after(Exchange exchange) {
        exchange.kept(Open.class).ifPresent(open -> {
            open.scope().close();
            open.span().setAttribute("mypay.status", exchange.status());
            if (hasFailed(exchange.status())) {
                open.span().setStatus(StatusCode.ERROR);
            }
            open.span().end();
        });
    }

    private static boolean hasFailed(String status) {
        return status.equals(Exchange.NO_ANSWER)
                || status.equals("FAILED")
                || (status.matches("[0-9]{3}") && Integer.parseInt(status) >= FIRST_SERVER_ERROR);
    }
}
