package com.mypay.framework.clock;

import com.mypay.framework.value.Ids;
import com.mypay.framework.value.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the business clock and the ids to everybody who injects {@link Clock} and {@link Ids}. */
@ApplicationScoped
public class BusinessClocks {

    @Inject
    @ConfigProperty(name = "mypay.clock.file")
    private Optional<String> offsetFile;

    @Produces
    @Singleton
    public Clock clock() {
        return offsetFile.map(file -> BusinessClock.shiftedBy(Path.of(file))).orElseGet(BusinessClock::real);
    }

    @Produces
    @Singleton
    @RealTime
    public Clock realTime() {
        return Clock.systemUTC();
    }

    /** Ids go by real time, so that they keep rising when the test clock steps back. */
    @Produces
    @Singleton
    public Ids ids() {
        return new UuidV7(Clock.systemUTC());
    }
}
