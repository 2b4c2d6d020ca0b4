package com.mypay.framework.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;

/** JSON of messages, stored answers and bodies: one mapper with one configuration. Records map by their components. */
public final class Json {

    private static final Jsonb JSONB = JsonbBuilder.create(new JsonbConfig().withNullValues(false));

    private Json() {}

    public static String write(Object value) {
        return JSONB.toJson(value);
    }

    /** @throws jakarta.json.bind.JsonbException if the text isn't JSON of this type */
    public static <T> T read(String json, Class<T> type) {
        return JSONB.fromJson(json, type);
    }
}
