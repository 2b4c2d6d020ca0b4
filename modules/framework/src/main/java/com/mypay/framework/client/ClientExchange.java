package com.mypay.framework.client;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.GuidFormats;
import com.mypay.framework.edge.Body;
import com.mypay.framework.edge.BodyRecorder;
import com.mypay.framework.edge.EdgeChain;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.edge.Exchange.Direction;
import com.mypay.framework.edge.Exchange.Edge;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@link Exchange} of each call that a REST client makes; {@link RestClientSettings} gives every client one. A call
 * is made and answered on one thread, where one that gets no answer is found again: no filter is told of that.
 */
@Priority(Integer.MAX_VALUE)
final class ClientExchange implements ClientRequestFilter, WriterInterceptor, ClientResponseFilter {

    /** What none of the systems that are asked ever answers: it is kept in memory. */
    private static final int MAX_ANSWER_BYTES = 16 << 20;

    private static final String BANK = "bank";

    /** A bank's code stands in its path, and may be followed by an account's number. */
    private static final Pattern BANK_PATH = Pattern.compile(".*/banks/([0-9A-Za-z]{1,10})/.*");

    private static final String INVOKED_METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";

    private static final ThreadLocal<@Nullable Exchange> OPEN = new ThreadLocal<>();

    private final String system;

    /** @param system whom the client calls, by its configuration key */
    ClientExchange(String system) {
        this.system = system;
    }

    @Override
    public void filter(ClientRequestContext request) {
        String path = request.getUri().getPath();
        boolean bank = system.equals(BANK);
        Matcher bankPath = BANK_PATH.matcher(path);
        String peer = bank && bankPath.matches() ? BANK + "/" + bankPath.group(1) : system;
        String operation = bank ? method(request) : request.getMethod() + " " + path;
        Exchange exchange = new Exchange(Direction.OUT, bank ? Edge.BANK : Edge.REST, peer, operation)
                .within(CallContext.currentOrNull());
        String query = request.getUri().getRawQuery();
        if (query != null) {
            exchange.query(query);
        }
        sendCustomersGuid(request, exchange.context());
        copy(request.getStringHeaders(), exchange.requestHeaders());
        // Of a call that was repeated without asking what became of it
        noAnswer();
        OPEN.set(exchange);
        try {
            EdgeChain.current().before(exchange);
        } catch (RuntimeException e) {
            throw new NotSentException(e);
        }
        exchange.requestHeaders().forEach((name, value) -> {
            if (!request.getHeaders().containsKey(name)) {
                request.getHeaders().putSingle(name, value);
            }
        });
    }

    /** A step has refused the call: whoever would have been asked knows nothing of it. */
    static final class NotSentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSentException(RuntimeException refusal) {
            super(refusal.getMessage(), refusal);
        }
    }

    /** Whoever is called may know the business transaction by the customer's text only, if one is chosen. */
    private static void sendCustomersGuid(ClientRequestContext request, @Nullable CallContext context) {
        GuidFormats formats = GuidFormats.current();
        if (context != null) {
            formats.render(context.guid(), context.hop())
                    .ifPresent(text -> request.getHeaders().putSingle(formats.header(), text));
        }
    }

    private static String method(ClientRequestContext request) {
        return request.getProperty(INVOKED_METHOD) instanceof Method method ? method.getName() : request.getMethod();
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        Exchange exchange = OPEN.get();
        if (exchange == null) {
            context.proceed();
            return;
        }
        BodyRecorder recorder = new BodyRecorder(context.getOutputStream());
        context.setOutputStream(recorder);
        try {
            context.proceed();
        } finally {
            exchange.request(recorder.body(isJson(context.getMediaType())));
        }
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        Exchange exchange = OPEN.get();
        OPEN.remove();
        if (exchange == null) {
            return;
        }
        exchange.status(Integer.toString(response.getStatus()));
        copy(response.getHeaders(), exchange.responseHeaders());
        try {
            if (response.hasEntity()) {
                byte[] body = response.getEntityStream().readNBytes(MAX_ANSWER_BYTES + 1);
                if (body.length > MAX_ANSWER_BYTES) {
                    throw new IOException("it has more than " + MAX_ANSWER_BYTES + " bytes");
                }
                response.setEntityStream(new ByteArrayInputStream(body));
                exchange.response(Body.of(body, isJson(response.getMediaType())));
            }
        } catch (IOException e) {
            exchange.status(Exchange.NO_ANSWER);
            throw new ProcessingException("the answer broke off", e);
        } finally {
            EdgeChain.current().after(exchange);
        }
    }

    /** The call that this thread has made last has got no answer. */
    static void noAnswer() {
        Exchange exchange = OPEN.get();
        OPEN.remove();
        if (exchange != null) {
            EdgeChain.current().after(exchange.status(Exchange.NO_ANSWER));
        }
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type != null && type.getSubtype().endsWith("json");
    }

    private static void copy(MultivaluedMap<String, String> from, Map<String, String> to) {
        for (Map.Entry<String, List<String>> header : from.entrySet()) {
            if (!header.getValue().isEmpty()) {
                to.put(header.getKey(), header.getValue().get(0));
            }
        }
    }
}
