package com.mypay.framework.health;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.persistence.JdbcException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the service's database account answers and its tables are there. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    static final String PROBE = "SELECT COUNT(*) AS LEASES FROM RELAY_LEASE";

    @Inject
    private Jdbc jdbc;

    @Inject
    private ServiceName service;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named(service.name() + "-database");
        try {
            jdbc.query(PROBE, row -> row.getInt("LEASES"));
            return response.up().build();
        } catch (JdbcException e) {
            return response.down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
