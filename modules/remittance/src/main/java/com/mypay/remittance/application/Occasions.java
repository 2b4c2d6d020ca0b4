package com.mypay.remittance.application;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.context.CallContext;
import com.mypay.remittance.domain.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Says when it is and which business transaction is running. */
@ApplicationScoped
public class Occasions {

    private final Clock clock;
    private final Clock realTime;

    @Inject
    public Occasions(Clock clock, @RealTime Clock realTime) {
        this.clock = clock;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Occasions() {
        this(null, null);
    }

    public Occasion now() {
        return of(CallContext.current().guid().value());
    }

    /** Now, for another business transaction than the running one. */
    Occasion of(String guid) {
        return new Occasion(guid, clock.instant().truncatedTo(ChronoUnit.MICROS), realNow());
    }

    /** Real time, which no test clock moves. */
    Instant realNow() {
        return realTime.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
