package com.mypay.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.frameworktest.oracle.OracleGate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the schema runner itself sends to Oracle, beside the scripts. */
class RunnerStatementsTest {

    @Test
    void whatIsAskedOfTheHistoryAndTheDictionaryPassesTheOracleGate() {
        OracleGate.check(List.of(
                SchemaRunner.VERSION_QUERY,
                SchemaRunner.FORGET_FAILURES,
                Grants.ORACLE_TABLES,
                Grants.ORACLE_SEQUENCES));
    }

    @Test
    void everyGrantPassesTheOracleGate() throws Exception {
        for (Schema schema : Schema.ALL) {
            List<String> sentences =
                    Grants.read(new Scripts(Optional.empty()), schema).oracleSentences();
            assertThat(sentences).contains("GRANT SELECT ON SCHEMA_HISTORY TO " + schema.applicationAccount());
            OracleGate.check(sentences);
        }
    }
}
