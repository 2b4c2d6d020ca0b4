package com.mypay.frameworktest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts of all messages are themselves well made. */
class ContractsTest {
    private static final String META = "https://json-schema.org/draft/2020-12/schema";

    static List<String> contracts() {
        return ClasspathFolder.names("contracts/").stream()
                .filter(name -> name.endsWith(".json"))
                .toList();
    }

    @Test
    void thereAreContractsOfTheFrameworkAndOfTheKit() {
        assertThat(contracts()).contains("note-written.v1.schema.json").hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aContractIsAVersionedJsonSchema(String name) throws IOException {
        assertThat(name).matches("[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*\\.schema\\.json");
        String text = read(name);
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(SchemaLocation.of(META))
                        .validate(text, InputFormat.JSON))
                .isEmpty();
        assertThat(Stream.of("$schema", "title", "properties", "required")
                        .filter(key -> !text.contains('"' + key + '"')))
                .isEmpty();
    }

    private static String read(String name) throws IOException {
        try (InputStream in = ContractsTest.class.getClassLoader().getResourceAsStream("contracts/" + name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
