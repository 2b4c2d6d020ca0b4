package com.mypay.cli.trace;

import com.mypay.cli.Text;
import com.mypay.cli.home.TestClock;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines of a transaction as a person reads them: one below the other in the order of time, each as far to the right
 * as it has hops behind it, with what it began after, what it took and how it ended; at the end the first cause, if
 * something failed.
 */
final class TimeLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(TestClock.SEOUL);
    private static final Set<String> FAILED = Set.of("FAILED", "NO_ANSWER", "STOPPED", "ABANDONED");
    private static final int LEAST_BAD_STATUS = 400;
    private static final double MICROS = 1_000.0;

    private final String guid;
    private final List<Entry> entries;

    /** @param line the whole line, by its contract */
    private record Entry(String kind, Instant at, int hop, String service, String operation, JsonObject line) {

        Duration took() {
            return Duration.of(number("durationMicros"), java.time.temporal.ChronoUnit.MICROS);
        }

        Instant end() {
            return at.plus(took());
        }

        long number(String field) {
            return line.get(field) instanceof JsonNumber number ? number.longValue() : 0;
        }

        String text(String field) {
            return line.get(field) instanceof JsonString text ? text.getString() : "";
        }

        boolean isImage() {
            return kind.equals("IMAGE");
        }

        boolean isError() {
            return kind.equals("ERROR");
        }

        boolean isFailedCall() {
            String status = text("status");
            return isImage()
                    && (FAILED.contains(status)
                            || (status.matches("[0-9]{3}") && Integer.parseInt(status) >= LEAST_BAD_STATUS));
        }
    }

    private TimeLine(String guid, List<Entry> entries) {
        this.guid = guid;
        this.entries = entries;
    }

    /** @param trace the answer of {@code find/trace} */
    static TimeLine of(JsonObject trace) {
        List<Entry> entries = trace.getJsonArray("lines").stream()
                .map(JsonValue::asJsonObject)
                .map(line -> new Entry(
                        line.getString("kind"),
                        Instant.parse(line.getString("at")),
                        line.getInt("hop"),
                        line.getString("service"),
                        line.getString("operation"),
                        line.getJsonObject("line")))
                .toList();
        return new TimeLine(trace.getString("guid"), entries);
    }

    /** Nothing is known of this transaction. */
    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<String> print() {
        List<String> printed = new ArrayList<>();
        Instant begun = entries.get(0).at();
        Instant ended =
                entries.stream().map(Entry::end).max(Comparator.naturalOrder()).orElse(begun);
        Set<String> services = entries.stream().map(Entry::service).collect(Collectors.toSet());
        printed.add(Text.of(
                "trace.head", guid, TIME.format(begun), millis(Duration.between(begun, ended)), services.size()));
        int least = entries.stream().mapToInt(Entry::hop).min().orElse(0);
        for (Entry entry : entries) {
            String indent = "  ".repeat(entry.hop() - least);
            printed.add(String.format(Locale.ROOT, "%12s  ", since(begun, entry.at())) + indent + words(entry));
        }
        printed.add(firstCause()
                .map(cause -> Text.of("trace.cause", since(begun, cause.at()), words(cause)))
                .orElseGet(() -> Text.of("trace.noCause")));
        return printed;
    }

    /** The error that was written first: the one farthest inside. Without one, the call that failed first. */
    private Optional<Entry> firstCause() {
        return entries.stream()
                .filter(Entry::isError)
                .min(Comparator.comparing(Entry::at))
                .or(() -> entries.stream().filter(Entry::isFailedCall).min(Comparator.comparing(Entry::end)));
    }

    private static String words(Entry entry) {
        return switch (entry.kind()) {
            case "IMAGE" -> {
                boolean in = entry.text("direction").equals("IN");
                yield Text.of(
                        in ? "trace.IN" : "trace.OUT",
                        entry.service(),
                        entry.operation(),
                        entry.text("edge"),
                        entry.text(in && entry.text("edge").equals("REST") ? "caller" : "peer"),
                        entry.text("status"),
                        millis(entry.took()));
            }
            case "BUSINESS" ->
                Text.of(
                                "trace.BUSINESS",
                                entry.service(),
                                entry.text("event"),
                                (named(entry, "references") + named(entry, "details")).strip())
                        + (entry.line().containsKey("amountWon")
                                ? Text.of("trace.amount", entry.number("amountWon"))
                                : "")
                        + (entry.line().getBoolean("confirmed", true) ? "" : Text.of("trace.unconfirmed"));
            case "ERROR" ->
                Text.of(
                        "trace.ERROR",
                        entry.service(),
                        entry.text("code"),
                        entry.text("problemKind"),
                        entry.text("message"));
            default -> entry.kind();
        };
    }

    private static String named(Entry entry, String field) {
        JsonObject named = entry.line().getJsonObject(field);
        return named == null
                ? ""
                : named.entrySet().stream()
                        .map(each -> " " + each.getKey() + "=" + ((JsonString) each.getValue()).getString())
                        .collect(Collectors.joining());
    }

    private static String since(Instant begun, Instant at) {
        return "+" + millis(Duration.between(begun, at));
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / MICROS / MICROS);
    }
}
