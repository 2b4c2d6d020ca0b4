package com.mypay.framework.health;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.messaging.BrokerStatus;
import com.mypay.framework.messaging.BrokerStatus.QueueStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows how many messages lie in the dead-letter queues. They need a person, not a restart, so the service stays ready
 * with them; it isn't ready while nobody knows.
 */
@Readiness
@ApplicationScoped
public class DeadLettersKnown implements HealthCheck {

    @Inject
    private BrokerStatus brokerStatus;

    @Inject
    private ServiceName service;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named(service.name() + "-dead-letters");
        Optional<List<QueueStatus>> queues = brokerStatus.ofOwnQueues();
        if (queues.isEmpty()) {
            return response.down()
                    .withData("reason", "the broker does not tell")
                    .build();
        }
        queues.get().forEach(queue -> response.withData(queue.name(), queue.deadLetters()));
        return response.up().build();
    }
}
