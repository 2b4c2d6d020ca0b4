package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.systemtests.kit.Command;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dashboard and alert rules name figures that the servers really tell, after a played day. */
@ExtendWith(SharedInstallation.class)
class MonitoringIT {

    private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"");
    private static final Pattern FIGURE = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*+(?!\\s*\\()");
    private static final Pattern SELECTOR = Pattern.compile("\\{([^}]*)}");
    private static final Pattern SELECTED = Pattern.compile("([a-z_]+)\\s*(?:=~|!=|!~|=)");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{(?: ?\\$labels\\.)?([a-z_]+) ?}}");

    private static final LocalDate DAY = LocalDate.of(2018, 5, 8);

    /** Prometheus itself tells it, with this label. */
    private static final String UP = "up";

    private final RunningInstallation mypay;

    MonitoringIT(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    /** @param text what is shown beside the figure: a legend, or the words of an alert */
    private record Query(String where, String expression, String text) {

        Set<String> figures() {
            String bare = GROUPING.matcher(SELECTOR.matcher(expression).replaceAll(" "))
                    .replaceAll(" ");
            Set<String> names = new TreeSet<>();
            Matcher name = FIGURE.matcher(bare.replaceAll("\\[[^]]*]", " "));
            while (name.find()) {
                names.add(name.group());
            }
            names.remove(UP);
            return names;
        }

        Set<String> labels() {
            Set<String> labels = new TreeSet<>();
            Matcher selector = SELECTOR.matcher(expression);
            while (selector.find()) {
                all(SELECTED, selector.group(1), labels);
            }
            Matcher grouping = GROUPING.matcher(expression);
            while (grouping.find()) {
                labels.addAll(List.of(grouping.group(1).split(", *")));
            }
            all(LEGEND, text, labels);
            return labels;
        }
    }

    @Test
    void everyFigureAndLabelOfDashboardAndAlertsIsTold() throws IOException {
        doSomeBusiness();
        Map<String, Set<String>> told = told();
        List<Query> queries = new ArrayList<>(alerts());
        queries.addAll(panels());
        assertThat(queries).hasSizeGreaterThan(25);
        for (Query query : queries) {
            for (String figure : query.figures()) {
                assertThat(told).as(query.where()).containsKey(figure);
                assertThat(told.getOrDefault(figure, Set.of()))
                        .as("%s: labels of %s", query.where(), figure)
                        .containsAll(query.labels());
            }
        }
    }

    /** A server tells of what has happened on it since it was started. */
    private void doSomeBusiness() {
        Member member = mypay.people().aMember().withMoney(50_000).signedUp();
        Member franchise = mypay.people().aFranchise().withAccount().signedUp();
        new TradingDay(mypay, DAY, List.of(member))
                .sells(List.of(franchise), 2, 3_000)
                .closes();
        mypay.command("settle", "--date", DAY.toString()).exits(0);
    }

    @Test
    void everyAlertSaysWhatToDo() throws IOException {
        String rules = Files.readString(Command.root().resolve("liberty-config/monitoring/alerts.yml"));
        long alerts = rules.lines().filter(line -> line.contains("- alert:")).count();
        assertThat(alerts).isEqualTo(alerts().size()).isGreaterThan(10);
        for (String field : List.of("expr:", "for:", "severity:", "summary: \"", "action: \"")) {
            assertThat(rules.lines().filter(line -> line.strip().startsWith(field)))
                    .as(field)
                    .hasSize((int) alerts)
                    .allSatisfy(line -> assertThat(line.strip()).hasSizeGreaterThan(field.length() + 2));
        }
    }

    private static List<Query> alerts() throws IOException {
        List<Query> queries = new ArrayList<>();
        String name = "";
        String expression = "";
        for (String line : Files.readAllLines(Command.root().resolve("liberty-config/monitoring/alerts.yml"))) {
            String text = line.strip();
            if (text.startsWith("- alert:")) {
                name = text;
            } else if (text.startsWith("expr:")) {
                expression = text.substring("expr:".length());
            } else if (text.startsWith("summary:")) {
                queries.add(new Query(name, expression, text));
            }
        }
        return queries;
    }

    private static List<Query> panels() throws IOException {
        List<Query> queries = new ArrayList<>();
        String text = Files.readString(Command.root().resolve("liberty-config/monitoring/dashboard.json"));
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            for (JsonValue each : reader.readObject().getJsonArray("panels")) {
                JsonObject panel = each.asJsonObject();
                panel.getJsonArray("targets").stream()
                        .map(JsonValue::asJsonObject)
                        .forEach(target -> queries.add(new Query(
                                panel.getString("title"), target.getString("expr"), target.getString("legendFormat"))));
            }
        }
        return queries;
    }

    /** Labels by figure. */
    private Map<String, Set<String>> told() {
        Map<String, Set<String>> told = new TreeMap<>();
        mypay.client()
                .with("Accept", "text/plain")
                .get("/metrics")
                .is(200)
                .text()
                .lines()
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .forEach(sample -> all(
                        LABEL,
                        String.valueOf(sample.group(2)),
                        told.computeIfAbsent(sample.group(1), figure -> new HashSet<>())));
        return told;
    }

    private static void all(Pattern pattern, String text, Set<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }
}
