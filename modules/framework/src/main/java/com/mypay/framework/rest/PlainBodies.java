package com.mypay.framework.rest;

import com.mypay.framework.edge.Body;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.json.PlainValues;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** Every body has {@link PlainValues}, or is refused. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class PlainBodies implements ReaderInterceptor {

    /** The server's own limit for any body, see {@code http.xml}. */
    private static final int MAX_BODY_BYTES = 1 << 20;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw new RejectedException(CommonProblem.BODY_UNREADABLE, "it has more than " + MAX_BODY_BYTES + " bytes");
        }
        Exchange exchange = ExchangeFilter.of(context.getProperty(ExchangeFilter.property()));
        if (exchange != null) {
            exchange.request(Body.of(body, ExchangeFilter.isJson(context.getMediaType())));
        }
        faultOf(body).ifPresent(fault -> {
            throw new RejectedException(CommonProblem.FIELD_INVALID, fault);
        });
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    private static Optional<String> faultOf(byte[] body) {
        try {
            return PlainValues.fault(body);
        } catch (RuntimeException e) {
            throw new RejectedException(CommonProblem.BODY_UNREADABLE);
        }
    }
}
