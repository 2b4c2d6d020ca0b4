package com.mypay.framework.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON of messages, stored answers and bodies: one mapper with one configuration. Records map by their components. */
public final class Json {

    private static final Jsonb JSONB =
            JsonbBuilder.create(new JsonbConfig().withNullValues(false).withDeserializers(new DayDeserializer()));

    /** The components of a record that have a value always. */
    private static final ClassValue<List<String>> REQUIRED = new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getName)
                    .toList();
        }
    };

    private Json() {}

    public static String write(Object value) {
        return JSONB.toJson(value);
    }

    /** The mapper itself, for the server's own reading of bodies. */
    public static Jsonb mapper() {
        return JSONB;
    }

    /** @throws JsonbException if the text isn't JSON of this type */
    public static <T> T read(String json, Class<T> type) {
        return JSONB.fromJson(json, type);
    }

    /**
     * What somebody else has written: an amount that isn't there is not 0, and 3.7 won aren't 3.
     *
     * @param type a component may be missing, or null, only if it is {@link Nullable}
     * @throws JsonbException if the text isn't JSON of this type, lacks something, or has values that aren't
     *     {@link PlainValues}
     */
    public static <T extends Record> T readWhole(String json, Class<T> type) {
        faultOf(json).ifPresent(fault -> {
            throw new JsonbException(fault);
        });
        if (!(read(json, JsonValue.class) instanceof JsonObject fields)) {
            throw new JsonbException("not an object");
        }
        for (String name : REQUIRED.get(type)) {
            if (!fields.containsKey(name) || fields.isNull(name)) {
                throw new JsonbException(name + " is missing");
            }
        }
        return read(json, type);
    }

    private static Optional<String> faultOf(String json) {
        try {
            return PlainValues.fault(json);
        } catch (RuntimeException e) {
            throw new JsonbException("not JSON", e);
        }
    }
}
