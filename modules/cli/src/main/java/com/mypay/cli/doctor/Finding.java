package com.mypay.cli.doctor;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One rule and what came of checking it.
 *
 * @param invariant I1 to I16
 * @param where which service checked it over its own rows, or {@code all} for a comparison between them
 * @param rule one sentence
 * @param figures what was looked at
 * @param violation the first row or difference that breaks it; {@code null}: it holds
 */
public record Finding(
        String invariant,
        String where,
        String rule,
        String figures,
        @Nullable String violation) {

    public boolean isOk() {
        return violation == null;
    }

    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("invariant", invariant)
                .add("where", where)
                .add("rule", rule)
                .add("ok", isOk())
                .add("figures", figures);
        if (violation != null) {
            json.add("violation", violation);
        }
        return json.build();
    }
}
