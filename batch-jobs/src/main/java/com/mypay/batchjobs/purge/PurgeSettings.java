package com.mypay.batchjobs.purge;

import com.mypay.framework.config.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long finished rows are kept. A wrong value stops the start of the server and not the job at night. */
@Dependent
public class PurgeSettings {

    static final String MESSAGES = "mypay.batch.purge.messages-after-days";
    static final String REQUESTS = "mypay.batch.purge.requests-after-days";
    static final String EXECUTIONS = "mypay.batch.purge.executions-after-days";

    /** Services refuse to remove anything younger than a week. */
    private static final int FEWEST_DAYS = 8;

    private static final int MOST_DAYS = 3_650;

    private final Duration messages;
    private final Duration requests;
    private final Duration executions;

    @Inject
    public PurgeSettings(
            @ConfigProperty(name = MESSAGES, defaultValue = "90") int messagesDays,
            @ConfigProperty(name = REQUESTS, defaultValue = "90") int requestsDays,
            @ConfigProperty(name = EXECUTIONS, defaultValue = "90") int executionsDays) {
        this.messages = days(MESSAGES, messagesDays);
        this.requests = days(REQUESTS, requestsDays);
        this.executions = days(EXECUTIONS, executionsDays);
    }

    private static Duration days(String key, int days) {
        if (days < FEWEST_DAYS || days > MOST_DAYS) {
            throw new ConfigurationException(key, "write " + FEWEST_DAYS + " to " + MOST_DAYS + " days, not " + days);
        }
        return Duration.ofDays(days);
    }

    /** To be made at the start is all: the constructor has checked the values. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object event) {}

    Duration messages() {
        return messages;
    }

    Duration requests() {
        return requests;
    }

    Duration executions() {
        return executions;
    }
}
