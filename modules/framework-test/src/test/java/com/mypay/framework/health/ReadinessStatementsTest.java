package com.mypay.framework.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.frameworktest.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What readiness asks the database, as the application account; the Oracle gate sees it as every other statement. */
class ReadinessStatementsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("MONEY");

    @Test
    void theProbeReadsATableOfTheService() {
        assertThat(DATABASE.jdbc().query(DatabaseReady.PROBE, row -> row.getInt("LEASES")))
                .containsExactly(0);
    }

    @Test
    void theVersionIsThatOfTheLastScriptThatSucceeded() {
        Jdbc owner = new Jdbc(DATABASE.ownerDataSource());
        owner.update("CREATE TABLE SCHEMA_HISTORY (\"version\" VARCHAR(50), \"success\" BOOLEAN NOT NULL)");
        owner.update("GRANT SELECT ON SCHEMA_HISTORY TO MONEY_APP");
        assertThat(versions()).containsExactly("null");

        for (String script : List.of("'001', TRUE", "'002', TRUE", "'003', FALSE")) {
            owner.update("INSERT INTO SCHEMA_HISTORY VALUES (" + script + ")");
        }

        assertThat(versions()).containsExactly("002");
    }

    private static List<String> versions() {
        return DATABASE.jdbc().query(SchemaReady.VERSION, row -> String.valueOf(row.getString("SCHEMA_VERSION")));
    }
}
