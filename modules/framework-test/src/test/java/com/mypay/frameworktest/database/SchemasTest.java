package com.mypay.frameworktest.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every schema's scripts pass the Oracle gate, and H2 in Oracle mode takes them as they are. */
class SchemasTest {

    @ParameterizedTest
    @ValueSource(strings = {"MEMBERSHIP", "BANKING", "MONEY", "REMITTANCE", "PAYMENT", "SETTLEMENT"})
    void aServicesSchemaPassesBothGates(String schema) {
        try (TestDatabase database = TestDatabase.of(schema)) {
            assertThat(database.jdbc()
                            .queryOne("SELECT COUNT(*) AS MESSAGES FROM QUEUE_LOG", row -> row.getLong("MESSAGES")))
                    .contains(0L);
        }
    }

    @Test
    void theJobRepositorysSchemaPassesBothGates() {
        try (TestDatabase database = TestDatabase.of("SETTLEMENT_JOBS")) {
            assertThat(database.jdbc()
                            .queryOne("SELECT COUNT(*) AS JOBS FROM JB_JOBINSTANCE", row -> row.getLong("JOBS")))
                    .contains(0L);
        }
    }
}
