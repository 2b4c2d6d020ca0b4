package com.mypay.logs.application;

import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.LogLine;
import com.mypay.logs.domain.Quarantined;
import com.mypay.logs.domain.Quarantined.Reason;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message by its contract ({@code image-log.v1} and so on) as far as the tables need it: fields that it doesn't
 * know belong to a later minor version and stay in the line. What it can't read it puts aside, line by line, with the
 * reason; a message that is no message at all as a whole.
 */
final class ReadLogMessage {

    private static final int VERSION = 1;
    private static final int MAX_HOP = 9_999;

    /** A NUMBER(18). */
    private static final BigDecimal MAX_NUMBER = BigDecimal.valueOf(999_999_999_999_999_999L);

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final Pattern HEX_32 = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z-]{0,39}");

    /** The id that a business line is found by is the first of these that it has, else its first. */
    private static final List<String> REFERENCES =
            List.of("remittanceId", "paymentId", "chargeId", "cycleId", "firmbankingId");

    private final LogKind kind;

    private ReadLogMessage(LogKind kind) {
        this.kind = kind;
    }

    static LogMessage read(LogKind kind, String text) {
        return new ReadLogMessage(kind).read(text);
    }

    private LogMessage read(String text) {
        JsonObject message;
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            message = reader.readObject();
        } catch (JsonException e) {
            return whole(Reason.BROKEN, "no JSON object", text);
        }
        if (isNewer(message)) {
            return whole(Reason.NEWER_VERSION, "message of version " + message.get("v"), text);
        }
        if (!(message.get("lines") instanceof jakarta.json.JsonArray lines)) {
            return whole(Reason.BROKEN, "a message without lines", text);
        }
        List<LogLine> good = new ArrayList<>();
        List<Quarantined> broken = new ArrayList<>();
        String server = null;
        for (JsonValue each : lines) {
            if (each instanceof JsonObject line) {
                server = server == null ? text(line, "server") : server;
                readLine(line, good, broken);
            } else {
                broken.add(new Quarantined(Reason.BROKEN, "no JSON object", null, null, null, each.toString()));
            }
        }
        return new LogMessage(server, good, broken);
    }

    private static LogMessage whole(Reason reason, String detail, String text) {
        return new LogMessage(null, List.of(), List.of(new Quarantined(reason, detail, null, null, null, text)));
    }

    private void readLine(JsonObject line, List<LogLine> good, List<Quarantined> broken) {
        try {
            if (isNewer(line)) {
                broken.add(aside(line, Reason.NEWER_VERSION, "line of version " + line.get("v")));
            } else {
                good.add(line(line));
            }
        } catch (BrokenLine e) {
            broken.add(aside(line, Reason.BROKEN, String.valueOf(e.getMessage())));
        }
    }

    /** Its number is used up if it can be read: a line in quarantine is not missing. */
    private static Quarantined aside(JsonObject line, Reason reason, String detail) {
        String source = text(line, "source");
        boolean known = source != null && HEX_32.matcher(source).matches();
        Long seq = number(line, "seq");
        boolean counted = known && seq != null && seq > 0;
        return new Quarantined(reason, detail, counted ? source : null, counted ? seq : null, null, line.toString());
    }

    private LogLine line(JsonObject line) {
        require(Long.valueOf(VERSION).equals(number(line, "v")), "v");
        require(kind.name().equals(text(line, "kind")), "kind");
        Long hop = number(line, "hop");
        require(hop != null && hop >= 0 && hop <= MAX_HOP, "hop");
        Long seq = number(line, "seq");
        require(seq != null && seq > 0, "seq");
        return new LogLine(
                matching(line, "source", HEX_32),
                seq == null ? 0 : seq,
                instant(line),
                matching(line, "guid", HEX_32),
                hop == null ? 0 : hop.intValue(),
                matching(line, "service", SERVICE),
                required(line, "operation"),
                code(line),
                member(line),
                reference(line),
                line.toString());
    }

    private static @Nullable Long member(JsonObject line) {
        Long member = number(line, "memberId");
        require(member != null || !line.containsKey("memberId"), "memberId");
        return member;
    }

    private static Instant instant(JsonObject line) {
        try {
            return Instant.parse(required(line, "at")).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            throw new BrokenLine("at");
        }
    }

    private @Nullable String code(JsonObject line) {
        return switch (kind) {
            case IMAGE -> text(line, "status");
            case BUSINESS -> required(line, "event");
            case ERROR -> required(line, "code");
        };
    }

    private static @Nullable String reference(JsonObject line) {
        if (!(line.get("references") instanceof JsonObject references)) {
            return null;
        }
        return REFERENCES.stream()
                .filter(references::containsKey)
                .findFirst()
                .or(() -> references.keySet().stream().sorted().findFirst())
                .map(name -> text(references, name))
                .orElse(null);
    }

    private static boolean isNewer(JsonObject object) {
        Long version = number(object, "v");
        return version != null && version > VERSION;
    }

    private static String matching(JsonObject line, String field, Pattern form) {
        String text = required(line, field);
        require(form.matcher(text).matches(), field);
        return text;
    }

    private static String required(JsonObject line, String field) {
        String text = text(line, field);
        if (text == null || text.isEmpty()) {
            throw new BrokenLine(field);
        }
        return text;
    }

    private static @Nullable String text(JsonObject line, String field) {
        return line.get(field) instanceof JsonString text ? text.getString() : null;
    }

    private static @Nullable Long number(JsonObject line, String field) {
        return line.get(field) instanceof JsonNumber number
                        && number.isIntegral()
                        && number.bigDecimalValue().abs().compareTo(MAX_NUMBER) <= 0
                ? number.longValue()
                : null;
    }

    private static void require(boolean fulfilled, String field) {
        if (!fulfilled) {
            throw new BrokenLine(field);
        }
    }

    /** Names the field. */
    private static final class BrokenLine extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenLine(String field) {
            super("missing or malformed: " + field, null, false, false);
        }
    }
}
