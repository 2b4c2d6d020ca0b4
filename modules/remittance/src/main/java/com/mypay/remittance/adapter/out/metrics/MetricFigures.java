package com.mypay.remittance.adapter.out.metrics;

import com.mypay.framework.persistence.JdbcException;
import com.mypay.remittance.application.port.Figures;
import com.mypay.remittance.domain.PayeeKind;
import com.mypay.remittance.domain.RemittanceStatus;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Remittances.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * At {@code /metrics}: counters since the start of what was accepted and how it ended, and gauges of what is open in the
 * database, −1 while it doesn't answer.
 */
@ApplicationScoped
public class MetricFigures implements Figures {

    private static final long UNKNOWN = -1;

    @Inject
    private MetricRegistry registry;

    @Inject
    private Remittances remittances;

    @Inject
    private Clock clock;

    void register(@Observes @Initialized(ApplicationScoped.class) Object event) {
        gauge("mypay_remittance_open", "Remittances that have not ended", Open::remittances);
        gauge("mypay_remittance_in_doubt", "Remittances whose bank hasn't said what it did", Open::inDoubt);
        gauge("mypay_remittance_oldest_open_seconds", "How long ago the oldest open one was accepted", this::age);
    }

    private void gauge(String name, String description, ToLongFunction<Open> figure) {
        Metadata metadata =
                Metadata.builder().withName(name).withDescription(description).build();
        registry.gauge(metadata, () -> read(figure));
    }

    private long read(ToLongFunction<Open> figure) {
        try {
            return figure.applyAsLong(remittances.open());
        } catch (JdbcException e) {
            return UNKNOWN;
        }
    }

    private long age(Open open) {
        return open.oldestRequestedAt() == null
                ? 0
                : Duration.between(open.oldestRequestedAt(), clock.instant()).toSeconds();
    }

    @Override
    public void accepted(PayeeKind payee) {
        registry.counter("mypay_remittance_accepted", payeeTag(payee)).inc();
    }

    @Override
    public void reached(PayeeKind payee, RemittanceStatus outcome) {
        registry.counter("mypay_remittance_reached", payeeTag(payee), new Tag("outcome", outcome.name()))
                .inc();
    }

    @Override
    public void askedAgain() {
        registry.counter("mypay_remittance_asked_again").inc();
    }

    @Override
    public void ignored(String why) {
        registry.counter("mypay_remittance_answers_ignored", new Tag("why", why))
                .inc();
    }

    private static Tag payeeTag(PayeeKind payee) {
        return new Tag("payee", payee.name());
    }
}
