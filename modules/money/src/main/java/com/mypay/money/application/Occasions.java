package com.mypay.money.application;

import com.mypay.framework.context.CallContext;
import com.mypay.money.domain.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Says when it is and which business transaction is running. */
@ApplicationScoped
public class Occasions {

    private final Clock clock;

    @Inject
    public Occasions(Clock clock) {
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Occasions() {
        this(null);
    }

    public Occasion now() {
        return new Occasion(
                CallContext.current().guid().value(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
