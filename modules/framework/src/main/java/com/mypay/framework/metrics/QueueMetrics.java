package com.mypay.framework.metrics;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.messaging.BrokerStatus;
import com.mypay.framework.messaging.BrokerStatus.QueueStatus;
import com.mypay.framework.messaging.QueueLog;
import com.mypay.framework.persistence.JdbcException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Gauges of the service's messages: how many wait in QUEUE_LOG for the relay, how many lie in its queues and dead-letter
 * queues. −1 while database or broker don't answer.
 */
@ApplicationScoped
public class QueueMetrics {

    private static final long UNKNOWN = -1;

    @Inject
    private MetricRegistry registry;

    @Inject
    private BrokerStatus brokerStatus;

    @Inject
    private QueueLog queueLog;

    @Inject
    private ServiceName service;

    void register(@Observes @Initialized(ApplicationScoped.class) Object event) {
        gauge("mypay_messages_unsent", "Committed messages that wait for the relay", this::unsent);
        gauge("mypay_messages_queued", "Messages in the service's queues", () -> sum(QueueStatus::messages));
        gauge(
                "mypay_messages_dead",
                "Messages in the service's dead-letter queues: staff has to look",
                () -> sum(QueueStatus::deadLetters));
    }

    private void gauge(String name, String description, java.util.function.Supplier<Long> value) {
        Metadata metadata =
                Metadata.builder().withName(name).withDescription(description).build();
        registry.gauge(metadata, value, new Tag("service", service.name()));
    }

    private long unsent() {
        try {
            return queueLog.unsent();
        } catch (JdbcException e) {
            return UNKNOWN;
        }
    }

    private long sum(ToLongFunction<QueueStatus> figure) {
        return brokerStatus
                .ofOwnQueues()
                .map(queues -> queues.stream().mapToLong(figure).sum())
                .orElse(UNKNOWN);
    }
}
