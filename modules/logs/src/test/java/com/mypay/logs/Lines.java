package com.mypay.logs;

import com.mypay.logs.domain.LogKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Lines and messages as the services send them. */
public record Lines(LogKind kind, String source, String guid, String at, int hop, String service, String more) {

    public static final String SOURCE = "a".repeat(32);
    public static final String GUID = "0195c2f0000070008000000000000001";

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** At noon of 2026-03-02 in Seoul. */
    public static Lines of(LogKind kind) {
        return new Lines(kind, SOURCE, GUID, utc("2026-03-02T12:00"), 0, "money", "");
    }

    /** @param localTime in Seoul */
    public Lines at(String localTime) {
        return new Lines(kind, source, guid, utc(localTime), hop, service, more);
    }

    public Lines from(String otherSource) {
        return new Lines(kind, otherSource, guid, at, hop, service, more);
    }

    public Lines guid(String other) {
        return new Lines(kind, source, other, at, hop, service, more);
    }

    public Lines by(String otherService, int otherHop) {
        return new Lines(kind, source, guid, at, otherHop, otherService, more);
    }

    /** @param fields JSON, without braces */
    public Lines with(String fields) {
        return new Lines(kind, source, guid, at, hop, service, more + "," + fields);
    }

    /** One line. */
    public String line(long seq) {
        String own = switch (kind) {
            case IMAGE -> """
                    "direction":"IN","edge":"REST","peer":"10.0.0.7","caller":"member/1001","durationMicros":1500,\
                    "status":"200","requestBytes":20,"responseBytes":40,"cut":false""";
            case BUSINESS -> """
                    "event":"MONEY_CHANGED","confirmed":true""";
            case ERROR -> """
                    "code":"BALANCE_SHORT","problemKind":"REFUSED","status":422,"message":"too little\"""";
        };
        return """
                {"v":1,"kind":"%s","source":"%s","seq":%d,"at":"%s","guid":"%s","hop":%d,"service":"%s",\
                "server":"node1","operation":"charge/money",%s%s}""".formatted(kind, source, seq, at, guid, hop, service, own, more);
    }

    /** Of numbers in a row, both inclusive. */
    public String messageOf(long first, long last) {
        return messageOfLines(
                LongStream.rangeClosed(first, last).mapToObj(this::line).toArray(String[]::new));
    }

    public String messageOfLines(String... lines) {
        return """
                {"v":1,"kind":"%s","source":"%s","lines":[%s]}""".formatted(kind, source, String.join(",", List.of(lines)));
    }

    private static String utc(String localTime) {
        Instant instant =
                LocalDateTime.parse(localTime).atZone(ZoneId.of("Asia/Seoul")).toInstant();
        return MICROS.format(instant);
    }
}
