package com.mypay.systemtests.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes what a server's OpenTelemetry sends: OTLP by HTTP, in protobuf. */
public final class SpanCollector implements AutoCloseable {

    /** Of a span's first field: its number and type, then how many bytes the trace's id has. */
    private static final String TRACE_ID = "\n\u0010";

    private static final int OK = 200;

    private final Queue<String> traces = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    SpanCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange request) throws IOException {
        try (request) {
            String body = new String(request.getRequestBody().readAllBytes(), ISO_8859_1);
            if (request.getRequestURI().getPath().equals("/v1/traces")) {
                traces.add(body);
            }
            request.sendResponseHeaders(OK, -1);
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whether a span of this trace has come. */
    public boolean hasTrace(String guid) {
        String span = TRACE_ID + new String(HexFormat.of().parseHex(guid), ISO_8859_1);
        return traces.stream().anyMatch(body -> body.contains(span));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
