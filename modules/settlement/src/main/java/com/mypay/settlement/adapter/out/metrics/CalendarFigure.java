package com.mypay.settlement.adapter.out.metrics;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.persistence.JdbcException;
import com.mypay.settlement.domain.Holidays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * At {@code /metrics}: how many days are left until the last holiday that is known, 0 after it; then the next years'
 * holidays have to be written. −1 while the database doesn't answer.
 */
@ApplicationScoped
public class CalendarFigure {

    private static final String NAME = "mypay_settlement_calendar_days";
    private static final long UNKNOWN = -1;

    @Inject
    private MetricRegistry registry;

    @Inject
    private Holidays holidays;

    @Inject
    private Clock clock;

    void register(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Metadata metadata = Metadata.builder()
                .withName(NAME)
                .withDescription("Days until the last holiday that is known")
                .build();
        registry.gauge(metadata, this::daysLeft);
    }

    private long daysLeft() {
        try {
            return holidays.daysLeft(BusinessClock.businessDate(clock));
        } catch (JdbcException e) {
            return UNKNOWN;
        }
    }
}
