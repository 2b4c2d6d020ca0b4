package com.mypay.cli.settle;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.home.Home;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** Has settlement compute a cycle with the terms in a file, and shows the difference for each franchise. */
public final class Shadow {

    private static final String SHADOW = "/settlement/adm/v1/find/shadow-cycle?businessDate=";

    /** What a file may say, and the parameter that it becomes. */
    private static final Map<String, String> TERMS = Map.of(
            "franchiseId", "franchiseId",
            "commissionBasisPoints", "commissionBasisPoints",
            "cycle", "cycle",
            "minimumPayoutWon", "minimumPayoutWon",
            "payoutDelayDays", "payoutDelayDays",
            "reserve.basisPoints", "reserveBasisPoints",
            "reserve.days", "reserveDays",
            "commission.vatBasisPoints", "vatBasisPoints",
            "commission.tiers", "tiers");

    private final Http staff;
    private final PrintWriter out;

    public Shadow(Home home, PrintWriter out) {
        this.staff = new Http(home).staff("mypay.shadow", "operator");
        this.out = out;
    }

    /**
     * @param terms a JSON object: those of {@code settlementTerms} that are to change, and {@code commissionBasisPoints}
     */
    public int run(LocalDate date, Path terms) {
        StringBuilder query = new StringBuilder(SHADOW).append(date);
        append(query, terms, "", read(terms));
        JsonObject cycle = staff.get(query.toString()).orRefused("find/shadow-cycle");
        for (JsonObject each : cycle.getJsonArray("franchises").getValuesAs(JsonObject.class)) {
            say("shadow.franchise", Long.toString(number(each, "franchiseId")), each);
        }
        say("shadow.all", date.toString(), cycle);
        out.println(Text.of("shadow.nothingChanged"));
        out.flush();
        return ExitCode.OK;
    }

    private void say(String key, String what, JsonObject both) {
        JsonObject now = both.getJsonObject("now");
        JsonObject proposed = both.getJsonObject("proposed");
        out.println(Text.of(
                key,
                what,
                number(now, "netWon"),
                number(proposed, "netWon"),
                number(proposed, "netWon") - number(now, "netWon"),
                number(now, "payoutWon"),
                number(proposed, "payoutWon"),
                number(proposed, "payoutWon") - number(now, "payoutWon")));
    }

    private static JsonObject read(Path terms) {
        try (Reader file = Files.newBufferedReader(terms);
                JsonReader json = Json.createReader(file)) {
            return json.readObject();
        } catch (IOException | JsonException e) {
            throw CommandFailure.refused("shadow.unreadable", terms, String.valueOf(e.getMessage()));
        }
    }

    private static void append(StringBuilder query, Path file, String prefix, JsonObject terms) {
        terms.forEach((name, value) -> {
            String parameter = TERMS.get(prefix + name);
            if (value instanceof JsonObject inner && prefix.isEmpty()) {
                append(query, file, name + ".", inner);
            } else if (parameter == null) {
                throw CommandFailure.refused("shadow.unknown", file, prefix + name);
            } else {
                query.append('&').append(parameter).append('=').append(encoded(value));
            }
        });
    }

    private static String encoded(JsonValue value) {
        String text = value instanceof JsonArray tiers ? tiers(tiers) : text(value);
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** {@code 10000000:20 50000000:50}, a hyphen for none; what isn't right is refused by the server. */
    private static String tiers(JsonArray tiers) {
        return tiers.isEmpty()
                ? "-"
                : tiers.stream()
                        .map(each -> each instanceof JsonObject tier
                                ? tier.getOrDefault("monthlyVolumeWon", JsonValue.NULL) + ":"
                                        + tier.getOrDefault("discountBasisPoints", JsonValue.NULL)
                                : each.toString())
                        .collect(Collectors.joining(" "));
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }
}
