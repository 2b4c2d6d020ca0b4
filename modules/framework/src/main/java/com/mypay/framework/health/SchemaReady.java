package com.mypay.framework.health;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.persistence.JdbcException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only with a schema that has at least the scripts that the service was written for. */
@Readiness
@ApplicationScoped
public class SchemaReady implements HealthCheck {

    /** The schema runner's own table; its versions have three digits, so that they compare as text. */
    static final String VERSION = "SELECT MAX(\"version\") AS SCHEMA_VERSION FROM SCHEMA_HISTORY"
            + " WHERE CAST(\"success\" AS NUMBER(1)) = 1";

    @Inject
    private Jdbc jdbc;

    @Inject
    private ServiceName service;

    @Override
    public HealthCheckResponse call() {
        String needed = service.schemaVersion();
        var response = HealthCheckResponse.named(service.name() + "-schema").withData("needed", needed);
        try {
            List<String> found = jdbc.query(VERSION, row -> String.valueOf(row.getString("SCHEMA_VERSION")));
            String version = found.get(0);
            return response.withData("found", version)
                    .status(version.compareTo(needed) >= 0 && !version.equals("null"))
                    .build();
        } catch (JdbcException e) {
            return response.down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
