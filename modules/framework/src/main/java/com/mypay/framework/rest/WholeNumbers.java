package com.mypay.framework.rest;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every number in a body is a whole one of at most 18 digits: amounts in won, ids, rates. The JSON mapper would cut 3.7
 * won to 3, and take 2^64 + 30,000 won for 30,000.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class WholeNumbers implements ReaderInterceptor {

    /** The server's own limit for any body, see {@code http.xml}. */
    private static final int MAX_BODY_BYTES = 1 << 20;

    private static final int MAX_NAME_SHOWN = 60;

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw new RejectedException(CommonProblem.BODY_UNREADABLE, "it has more than " + MAX_BODY_BYTES + " bytes");
        }
        fieldWithAnotherNumber(body).ifPresent(name -> {
            throw new RejectedException(CommonProblem.FIELD_INVALID, shown(name) + " is no whole number");
        });
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    private static Optional<String> fieldWithAnotherNumber(byte[] body) {
        if (body.length == 0) {
            return Optional.empty();
        }
        try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(body))) {
            String name = "";
            while (parser.hasNext()) {
                JsonParser.Event event = parser.next();
                if (event == JsonParser.Event.KEY_NAME) {
                    name = parser.getString();
                } else if (event == JsonParser.Event.VALUE_NUMBER
                        && !WHOLE.matcher(parser.getString()).matches()) {
                    return Optional.of(name);
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            // Not only JSON's own exceptions: a text that is nested too deep is refused by a plain one
            throw new RejectedException(CommonProblem.BODY_UNREADABLE);
        }
    }

    private static String shown(String name) {
        return name.substring(0, Math.min(name.length(), MAX_NAME_SHOWN));
    }
}
