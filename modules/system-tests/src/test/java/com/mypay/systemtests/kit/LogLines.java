package com.mypay.systemtests.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has arrived in the three logs, as staff finds it and as it lies in the database. */
public final class LogLines {

    public static final List<String> KINDS = List.of("IMAGE", "BUSINESS", "ERROR");

    private static final Duration LONGEST_WAY = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(10);
    private static final Pattern GUID = Pattern.compile("\"guid\":\"((?!0{32})[0-9a-f]{32})\"");
    private static final String FIND = "/logs/adm/v1/find/";

    private final RunningInstallation mypay;

    public LogLines(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    /** Waits until the transaction's lines are as they have to be. @return all of them, in the order of time */
    public List<JsonObject> awaitTrace(String guid, Predicate<List<JsonObject>> complete) {
        return await("the lines of " + guid)
                .atMost(LONGEST_WAY)
                .pollInterval(LOOK_EVERY)
                .until(() -> trace(guid), complete);
    }

    /** Waits until an event of this name has come. */
    public List<JsonObject> awaitEvent(String guid, String event) {
        return awaitTrace(guid, lines -> lines.stream().anyMatch(line -> is(line, "event", event)));
    }

    public List<JsonObject> trace(String guid) {
        return mypay.client()
                .asOperator()
                .get(FIND + "trace", "guid", guid)
                .is(200)
                .items("lines")
                .map(found -> found.getJsonObject("line"))
                .toList();
    }

    /** Waits until somebody has told of it. @return the GUIDs of the transactions that name it */
    public List<String> awaitGuidsOf(String reference) {
        return await("a transaction of " + reference)
                .atMost(LONGEST_WAY)
                .pollInterval(LOOK_EVERY)
                .until(
                        () -> mypay.client()
                                .asOperator()
                                .get(FIND + "guids", "reference", reference)
                                .is(200)
                                .array("guids")
                                .getValuesAs(JsonString::getString),
                        guids -> !guids.isEmpty());
    }

    /**
     * Waits until each of these is told by an event of this name: by one that is confirmed, or else by some whose server
     * died at that moment; and by no two that are confirmed.
     */
    public void awaitToldOnce(String event, Collection<String> references, Instant since) {
        await(event + " of each").atMost(LONGEST_WAY).pollInterval(LOOK_EVERY).untilAsserted(() -> {
            List<JsonObject> told = linesOf("BUSINESS", since)
                    .map(Json::object)
                    .filter(line -> is(line, "event", event))
                    .toList();
            assertThat(told.stream().map(LogLines::reference)).containsAll(references);
            assertThat(told.stream()
                            .filter(line -> line.getBoolean("confirmed"))
                            .map(LogLines::reference))
                    .doesNotHaveDuplicates();
        });
    }

    /** Waits until each transaction that has moved money since then is in the image log: also where its server has died. */
    public void awaitImageOfAllMoney(Instant since) {
        await("an image of what moved money")
                .atMost(LONGEST_WAY)
                .pollInterval(LOOK_EVERY)
                .untilAsserted(() -> {
                    Set<String> moved =
                            guids(linesOf("BUSINESS", since).filter(line -> line.contains("\"amountWon\":")));
                    assertThat(moved).isNotEmpty();
                    assertThat(guids(linesOf("IMAGE", since.minus(LONGEST_TRANSACTION))))
                            .containsAll(moved);
                });
    }

    private static Set<String> guids(Stream<String> lines) {
        return lines.map(GUID::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String reference(JsonObject line) {
        return ((JsonString)
                        line.getJsonObject("references").values().iterator().next())
                .getString();
    }

    /** Waits until no line is missing that any source has numbered, and asserts that none is put aside. */
    public void awaitNoGap() {
        for (String kind : KINDS) {
            await("gaps of " + kind)
                    .atMost(LONGEST_WAY)
                    .pollInterval(LOOK_EVERY)
                    .untilAsserted(() -> assertThat(staff("gaps", kind).array("gaps"))
                            .as(kind)
                            .isEmpty());
            assertThat(staff("quarantine", kind).array("lines")).as(kind).isEmpty();
        }
    }

    private Answer staff(String what, String kind) {
        return mypay.client().asOperator().get(FIND + what, "kind", kind).is(200);
    }

    /** As they came. */
    public Stream<String> linesOf(String kind, Instant since) {
        List<String> lines = new ArrayList<>();
        LocalDateTime from = LocalDateTime.ofInstant(since, ZoneOffset.UTC);
        try (Connection connection = new Sql(mypay, kind.toLowerCase(java.util.Locale.ROOT) + "log").connect()) {
            for (int day : days(since)) {
                try (PreparedStatement query = connection.prepareStatement(
                        "SELECT LINE, LONG_LINE FROM LOG_LINE_%02d WHERE AT_TIMESTAMP >= ?".formatted(day))) {
                    query.setTimestamp(1, Timestamp.valueOf(from));
                    try (ResultSet rows = query.executeQuery()) {
                        while (rows.next()) {
                            String line = rows.getString(1);
                            lines.add(line == null ? rows.getString(2) : line);
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return lines.stream();
    }

    /** Those that hold what was written since, by real time. */
    private static List<Integer> days(Instant since) {
        return Stream.of(since, java.time.Clock.systemUTC().instant())
                .map(instant ->
                        instant.atZone(java.time.ZoneId.of("Asia/Seoul")).getDayOfMonth())
                .distinct()
                .toList();
    }

    public static boolean is(JsonObject line, String field, String value) {
        return line.containsKey(field) && line.getString(field).equals(value);
    }
}
