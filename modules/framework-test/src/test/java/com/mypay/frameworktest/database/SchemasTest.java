package com.mypay.frameworktest.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.frameworktest.oracle.OracleGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema's scripts pass the Oracle gate, and H2 in Oracle mode takes them as they are. */
class SchemasTest {

    /** A folder each, apart from the DBA's scripts. */
    static Stream<String> schemas() throws IOException {
        Path scripts = Path.of("../../shared-db-schemas/src/main/resources/db");
        try (Stream<Path> folders = Files.list(scripts)) {
            return folders
                    .map(folder -> String.valueOf(folder.getFileName()).toUpperCase(Locale.ROOT))
                    .filter(schema -> !schema.equals("ACCOUNTS"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aSchemaPassesBothGates(String schema) {
        SchemaScripts.of(schema).forEach(script -> OracleGate.checkScript(script.name(), script.text()));
        try (TestDatabase database = TestDatabase.of(schema)) {
            String table = schema.equals("SETTLEMENT_JOBS") ? "JB_JOBINSTANCE" : "QUEUE_LOG";
            assertThat(database.jdbc().queryOne("SELECT COUNT(*) AS R FROM " + table, row -> row.getLong("R")))
                    .contains(0L);
        }
    }
}
