package com.mypay.framework.log.shipping;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.log.spool.Spool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Gauges of the service's spool: how full it is, how many lines were lost, how many the broker has. */
@ApplicationScoped
public class SpoolMetrics {

    @Inject
    private MetricRegistry registry;

    @Inject
    private Logs logs;

    @Inject
    private Shipper shipper;

    @Inject
    private ServiceName service;

    void register(@Observes @Priority(3_000) @Initialized(ApplicationScoped.class) Object event) {
        logs.spool().ifPresent(this::register);
    }

    private void register(Spool spool) {
        gauge("mypay_log_spool_bytes", "What the spool's files have together", spool::bytes);
        gauge("mypay_log_spool_limit_bytes", "What they may have; then lines are lost", logs::limitBytes);
        gauge("mypay_log_dropped", "Log lines that were lost since the start: staff has to look", spool::dropped);
        gauge("mypay_log_shipped", "Log lines that the broker has confirmed since the start", shipper::shipped);
    }

    private void gauge(String name, String description, Supplier<Long> value) {
        Metadata metadata =
                Metadata.builder().withName(name).withDescription(description).build();
        registry.gauge(metadata, value, new Tag("service", service.name()));
    }
}
