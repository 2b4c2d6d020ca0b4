package com.mypay.systemtests.kit;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/** JSON, short enough to be read in a test. */
public final class Json {

    private Json() {}

    /** {@code json("memberId", 1001, "amountWon", 5_000)}; values are texts, numbers, booleans, lists or JSON. */
    public static JsonObject json(Object... namesAndValues) {
        JsonObjectBuilder object = jakarta.json.Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return object.build();
    }

    public static JsonObject with(JsonObject object, String name, Object value) {
        return jakarta.json.Json.createObjectBuilder(object)
                .add(name, value(value))
                .build();
    }

    public static JsonObject without(JsonObject object, String name) {
        return jakarta.json.Json.createObjectBuilder(object).remove(name).build();
    }

    public static JsonObject object(String text) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    static JsonArray array(Object... values) {
        JsonArrayBuilder array = jakarta.json.Json.createArrayBuilder();
        for (Object value : values) {
            array.add(value(value));
        }
        return array.build();
    }

    static JsonValue value(Object value) {
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof String text) {
            return jakarta.json.Json.createValue(text);
        }
        if (value instanceof Integer number) {
            return jakarta.json.Json.createValue(number);
        }
        if (value instanceof Long number) {
            return jakarta.json.Json.createValue(number);
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof java.math.BigDecimal number) {
            return jakarta.json.Json.createValue(number);
        }
        if (value instanceof java.math.BigInteger number) {
            return jakarta.json.Json.createValue(number);
        }
        if (value instanceof List<?> list) {
            return array(list.toArray());
        }
        throw new IllegalArgumentException("no JSON for " + value);
    }
}
