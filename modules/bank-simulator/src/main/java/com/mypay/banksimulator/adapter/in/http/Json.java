package com.mypay.banksimulator.adapter.in.http;

import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Rejected;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/** Text to JSON and back. A name that stands twice in an object is refused. */
final class Json {
    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonReaderFactory READERS =
            PROVIDER.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));
    private static final JsonWriterFactory WRITERS = PROVIDER.createWriterFactory(Map.of());
    private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());

    private Json() {}

    static JsonStructure read(String body) {
        try (JsonReader reader = READERS.createReader(new StringReader(body))) {
            return reader.read();
        } catch (JsonException | IllegalStateException e) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, "the body is not well-formed JSON");
        }
    }

    static String text(JsonStructure json) {
        StringWriter text = new StringWriter(512);
        try (JsonWriter writer = WRITERS.createWriter(text)) {
            writer.write(json);
        }
        return text.toString();
    }

    static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    static <T> JsonArrayBuilder array(Collection<T> rows, Function<T, JsonObjectBuilder> writer) {
        JsonArrayBuilder array = BUILDERS.createArrayBuilder();
        rows.forEach(row -> array.add(writer.apply(row)));
        return array;
    }
}
