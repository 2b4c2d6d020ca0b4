package com.mypay.logs.adapter.out.persistence;

import com.mypay.framework.persistence.JdbcException;
import com.mypay.logs.domain.LogKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while each of the three accounts answers and has its tables. */
@Readiness
@ApplicationScoped
public class LogDatabasesReady implements HealthCheck {

    private static final String PROBE = "SELECT COUNT(*) AS TABLES FROM LOG_DAY";

    @Inject
    private LogDatabases databases;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("logs-databases").up();
        for (LogKind kind : LogKind.values()) {
            try {
                databases.of(kind).query(PROBE, row -> row.getInt("TABLES"));
                response.withData(kind.name(), "answers");
            } catch (JdbcException e) {
                response.down().withData(kind.name(), String.valueOf(e.getMessage()));
            }
        }
        return response.build();
    }
}
