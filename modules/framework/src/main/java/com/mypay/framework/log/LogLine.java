package com.mypay.framework.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.masking.JsonText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line by hand: lines are written on the way of every request, and an object tree for each would cost more
 * than the line itself. Begins with {@code "at"}; {@link LogSink} says what is missing.
 */
final class LogLine {

    /** Of {@code at}: always of this length, so that its day is found without reading the line. */
    static final int AT_LENGTH = "2026-03-02T01:02:03.000000Z".length();

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final String NO_TRANSACTION = "0".repeat(32);
    private static final int MAX_OPERATION = 200;
    private static final int USUAL_LENGTH = 1_024;

    private final StringBuilder json = new StringBuilder(USUAL_LENGTH);

    /** @param context {@code null} outside of any business transaction */
    LogLine(Instant at, @Nullable CallContext context, String service, String server, String operation) {
        json.append("\"at\":\"");
        AT.formatTo(at, json);
        json.append("\",\"guid\":\"")
                .append(context == null ? NO_TRANSACTION : context.guid().value())
                .append('"');
        number("hop", context == null ? 0 : context.hop());
        text("service", service, MAX_OPERATION);
        text("server", server, MAX_OPERATION);
        text("operation", operation, MAX_OPERATION);
    }

    LogLine text(String name, String value, int limit) {
        name(name).append('"');
        JsonText.append(json, value, limit);
        json.append('"');
        return this;
    }

    LogLine number(String name, long value) {
        name(name).append(value);
        return this;
    }

    LogLine flag(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    /** Nothing at all if there is nothing in it. */
    LogLine texts(String name, Map<String, String> values, int limit) {
        if (values.isEmpty()) {
            return this;
        }
        name(name).append('{');
        boolean first = true;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            json.append(first ? "\"" : ",\"");
            JsonText.append(json, entry.getKey(), limit);
            json.append("\":\"");
            JsonText.append(json, entry.getValue(), limit);
            json.append('"');
            first = false;
        }
        json.append('}');
        return this;
    }

    byte[] bytes() {
        return json.toString().getBytes(UTF_8);
    }

    private StringBuilder name(String name) {
        return json.append(",\"").append(name).append("\":");
    }
}
