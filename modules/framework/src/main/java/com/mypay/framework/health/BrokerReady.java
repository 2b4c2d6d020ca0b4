package com.mypay.framework.health;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.messaging.BrokerStatus;
import com.mypay.framework.messaging.Relay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the broker doesn't answer, or committed messages can't be brought to it. */
@Readiness
@ApplicationScoped
public class BrokerReady implements HealthCheck {

    @Inject
    private Relay relay;

    @Inject
    private BrokerStatus brokerStatus;

    @Inject
    private ServiceName service;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named(service.name() + "-broker");
        String failure = relay.failure();
        if (failure != null) {
            return response.down().withData("reason", failure).build();
        }
        return brokerStatus.ofOwnQueues().isPresent()
                ? response.up().build()
                : response.down()
                        .withData("reason", "the broker does not answer")
                        .build();
    }
}
