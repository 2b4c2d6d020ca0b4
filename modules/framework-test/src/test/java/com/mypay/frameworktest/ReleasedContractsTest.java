package com.mypay.frameworktest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A contract of a version that is in use changes compatibly only. {@code released-contracts} has each one as the last
 * release had it; a release copies them there.
 */
class ReleasedContractsTest {
    private static final String RELEASED = "released-contracts/";

    static List<String> released() {
        return ClasspathFolder.names(RELEASED);
    }

    @ParameterizedTest
    @MethodSource("released")
    void aReleasedContractIsStillKept(String name) throws IOException {
        assertThat(ContractChange.breaks(read(RELEASED + name), read("contracts/" + name)))
                .as("breaks of %s: write a new version beside it instead", name)
                .isEmpty();
    }

    @Test
    void theLogsContractsAreHeldToIt() {
        assertThat(released())
                .contains("image-log.v1.schema.json", "business-log.v1.schema.json", "error-log.v1.schema.json");
    }

    private static final String CONTRACT = """
            {"type": "object", "required": ["a"], "properties": {
               "a": {"type": "string", "maxLength": 10, "pattern": "x"}, "b": {"enum": ["ON", "OFF"]}}}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "maxLength": 10         | "maxLength": 20
            "maxLength": 10,        | ``
            "ON", "OFF"             | "ON", "OFF", "UNKNOWN"
            "b": {                  | "c": {"type": "integer"}, "b": {
            "type": "object"        | "description": "new words", "type": "object"
            """)
    void compatible(String before, String after) {
        assertThat(breaks(before, after)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "maxLength": 10         | "maxLength": 9         | /a/maxLength
            "ON", "OFF"             | "ON"                   | /b/enum
            "type": "string"        | "type": "integer"      | /a/type
            "pattern": "x"          | "pattern": "y"         | /a/pattern
            "required": ["a"]       | "required": ["a", "b"] | /required
            "required": ["a"]       | "required": []         | /required
            "a": {                  | "d": {                 | /a is gone
            "type": "string"        | "minLength": 1, "type": "string" | /a/minLength is new
            "type": "object"        | "additionalProperties": false, "type": "object" | /additionalProperties is new
            """)
    void breaking(String before, String after, String where) {
        assertThat(breaks(before, after)).hasSize(1).first().asString().contains(where);
    }

    private static List<String> breaks(String before, String after) {
        assertThat(CONTRACT).contains(before);
        return ContractChange.breaks(parse(CONTRACT), parse(CONTRACT.replace(before, after)));
    }

    private static JsonObject parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static JsonObject read(String resource) throws IOException {
        try (InputStream in = ReleasedContractsTest.class.getClassLoader().getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
