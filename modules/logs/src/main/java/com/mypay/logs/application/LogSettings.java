package com.mypay.logs.application;

import com.mypay.framework.config.ConfigurationException;
import com.mypay.logs.domain.LogPeriods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What of the logs' rules is configuration. */
@ApplicationScoped
public class LogSettings {

    @Inject
    @ConfigProperty(name = "mypay.logs.archive.after-days", defaultValue = "2")
    private int archiveAfterDays;

    @Inject
    @ConfigProperty(name = "mypay.logs.archive.empty-after-days", defaultValue = "27")
    private int emptyAfterDays;

    @Produces
    public LogPeriods periods() {
        return new LogPeriods(archiveAfterDays, emptyAfterDays);
    }

    /** At the start, and not when the first line comes. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object event) {
        try {
            LogPeriods unused = periods();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("mypay.logs.archive", String.valueOf(e.getMessage()));
        }
    }
}
