package com.mypay.framework.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.edge.Exchange.Direction;
import com.mypay.framework.edge.Exchange.Edge;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On OpenTelemetry's own SDK, with the sampler that the server has. */
class SpansTest {

    private static final Guid GUID = new Guid("0198f0c0a1b27c3d8e4f5a6b7c8d9e0f");

    private final Sent sent = new Sent();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .setSampler(Sampler.parentBased(Sampler.alwaysOff()))
            .addSpanProcessor(SimpleSpanProcessor.create(sent))
            .build();
    private final Spans spans = new Spans(new Sdk(provider));

    /** What a collector gets. */
    private static final class Sent implements SpanExporter {
        private final List<SpanData> spans = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    /** As the server's. */
    private record Sdk(TracerProvider getTracerProvider) implements OpenTelemetry {
        @Override
        public ContextPropagators getPropagators() {
            return ContextPropagators.noop();
        }

        @Override
        public Tracer getTracer(String name) {
            return getTracerProvider.get(name);
        }
    }

    @AfterEach
    void nobodyLeavesItsSpanBehind() {
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
        provider.close();
    }

    private static Exchange exchange(Direction direction, Edge edge) {
        return new Exchange(direction, edge, "somebody", "POST /com/v1/charge/money")
                .within(new CallContext(GUID, 2, Caller.service("payment"), "test"));
    }

    private SpanData only() {
        assertThat(sent.spans).hasSize(1);
        return sent.spans.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "IN,REST,SERVER",
        "OUT,REST,CLIENT",
        "OUT,BANK,CLIENT",
        "IN,AMQP,CONSUMER",
        "OUT,AMQP,PRODUCER",
        "IN,BATCH,INTERNAL"
    })
    void everyEdgeHasASpanInTheGuidsTrace(Direction direction, Edge edge, SpanKind kind) {
        Exchange exchange = exchange(direction, edge);
        spans.before(exchange);
        spans.after(exchange.status("DONE"));
        assertThat(only().getTraceId()).isEqualTo(GUID.value());
        assertThat(only().getParentSpanId()).isEqualTo(GUID.value().substring(16));
        assertThat(only().getKind()).isEqualTo(kind);
        assertThat(only().getName()).isEqualTo("charge/money");
        assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void aCallIsTheChildOfWhatMakesItInThisServiceAndInTheNext() {
        Exchange in = exchange(Direction.IN, Edge.REST);
        spans.before(in);
        String span = Span.current().getSpanContext().getSpanId();
        Exchange out = exchange(Direction.OUT, Edge.REST);
        spans.before(out);
        String header = out.requestHeaders().get("traceparent");
        spans.after(out.status("200"));
        spans.after(in.status("201"));
        Exchange next = exchange(Direction.IN, Edge.REST);
        next.requestHeaders().put("Traceparent", header);
        spans.before(next);
        spans.after(next.status("200"));

        assertThat(sent.spans).extracting(SpanData::getTraceId).containsOnly(GUID.value());
        assertThat(sent.spans.get(0).getParentSpanId()).isEqualTo(span);
        assertThat(header).isEqualTo("00-" + GUID + "-" + sent.spans.get(0).getSpanId() + "-01");
        assertThat(sent.spans.get(2).getParentSpanId())
                .isEqualTo(sent.spans.get(0).getSpanId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-ffffffffffffffffffffffffffffffff-00f067aa0ba902b7-01",
                "00-0198f0c0a1b27c3d8e4f5a6b7c8d9e0f-0000000000000000-01",
                "00-0198f0c0a1b27c3d8e4f5a6b7c8d9e0f-xyz-01",
                "forged\n"
            })
    void aParentOfAnotherTraceOrFormIsNone(String header) {
        Exchange in = exchange(Direction.IN, Edge.REST);
        in.requestHeaders().put("traceparent", header);
        spans.before(in);
        spans.after(in.status("200"));
        assertThat(only().getTraceId()).isEqualTo(GUID.value());
        assertThat(only().getParentSpanId()).isEqualTo(GUID.value().substring(16));
    }

    /** Its attributes would have whole addresses, unmasked. */
    @Test
    void whatTheServerItselfMeasuresWithinIsNotSent() {
        Exchange in = exchange(Direction.IN, Edge.REST);
        spans.before(in);
        assertThat(Span.current().getSpanContext().getTraceId()).isEqualTo(GUID.value());
        provider.get("the server")
                .spanBuilder("GET")
                .setAttribute("url.full", "http://bank/110123456789")
                .startSpan()
                .end();
        spans.after(in.status("200"));
        assertThat(only().getName()).isEqualTo("charge/money");
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "504", "FAILED", "NO_ANSWER"})
    void whatFailedIsAnError(String status) {
        Exchange exchange = exchange(Direction.IN, Edge.REST);
        spans.before(exchange);
        spans.after(exchange.status(status));
        assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void outsideOfABusinessTransactionAndWhereItIsSwitchedOffThereIsNone() {
        Exchange outside = new Exchange(Direction.IN, Edge.BATCH, "a job", "settle-franchises/freeze");
        spans.before(outside);
        spans.after(outside);
        Exchange off = exchange(Direction.OUT, Edge.REST);
        Spans none = new Spans((OpenTelemetry) null);
        none.before(off);
        none.after(off);
        assertThat(off.requestHeaders()).isEmpty();
        assertThat(sent.spans).isEmpty();
    }
}
