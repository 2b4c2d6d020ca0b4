package com.mypay.framework.rest;

import com.mypay.framework.edge.BodyRecorder;
import com.mypay.framework.edge.EdgeChain;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.edge.Exchange.Direction;
import com.mypay.framework.edge.Exchange.Edge;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends a REST call's {@link Exchange}, which {@link CallContextFilter} has begun: once its answer is written, or at once
 * where there is nothing to write. The last filter to see the answer, so it sees what the others have made of it. An
 * answer that can't be written may be replaced by the problem that says so; if it isn't, {@link ExchangeNet} ends the
 * exchange.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Priority(0)
public class ExchangeFilter implements ContainerResponseFilter, WriterInterceptor {

    private static final String PROPERTY = "com.mypay.exchange";

    static Exchange begin(ContainerRequestContext request, String operation) {
        Exchange exchange = new Exchange(Direction.IN, Edge.REST, "", operation);
        copy(request.getHeaders(), exchange.requestHeaders());
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        if (query != null) {
            exchange.query(query);
        }
        request.setProperty(PROPERTY, exchange);
        return exchange;
    }

    /** Of the running request; {@code null} where none was begun. */
    static @Nullable Exchange of(@Nullable Object property) {
        return property instanceof Exchange exchange ? exchange : null;
    }

    static String property() {
        return PROPERTY;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Exchange exchange = of(request.getProperty(PROPERTY));
        if (exchange == null) {
            return;
        }
        exchange.status(Integer.toString(response.getStatus()));
        response.getHeaders().forEach((name, values) -> {
            if (!values.isEmpty()) {
                exchange.responseHeaders().put(name, String.valueOf(values.get(0)));
            }
        });
        if (!response.hasEntity()) {
            EdgeChain.current().after(exchange);
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        Exchange exchange = of(context.getProperty(PROPERTY));
        if (exchange == null) {
            context.proceed();
            return;
        }
        BodyRecorder recorder = new BodyRecorder(context.getOutputStream());
        context.setOutputStream(recorder);
        try {
            context.proceed();
        } finally {
            exchange.response(recorder.body(isJson(context.getMediaType())));
        }
        EdgeChain.current().after(exchange);
    }

    static boolean isJson(@Nullable MediaType type) {
        return type != null && type.getSubtype().endsWith("json");
    }

    private static void copy(MultivaluedMap<String, String> from, Map<String, String> to) {
        from.forEach((name, values) -> {
            if (!values.isEmpty()) {
                to.put(name, values.get(0));
            }
        });
    }
}
