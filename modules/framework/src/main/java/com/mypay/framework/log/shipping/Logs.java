package com.mypay.framework.log.shipping;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.config.ConfigurationException;
import com.mypay.framework.config.ServiceName;
import com.mypay.framework.log.LogSettings;
import com.mypay.framework.log.LogWriter;
import com.mypay.framework.log.spool.Spool;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Opens this service's spool at the start, and lets {@link LogWriter} write to it. */
@ApplicationScoped
public class Logs {

    private final Ids ids;
    private final Clock realTime;
    private final ServiceName service;
    private final Transactions transactions;

    private @Nullable Spool spool;
    private @Nullable LogSettings settings;

    @Inject
    public Logs(Ids ids, @RealTime Clock realTime, ServiceName service, Transactions transactions) {
        this.ids = ids;
        this.realTime = realTime;
        this.service = service;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Logs() {
        this(null, null, null, null);
    }

    /** Before everything that logs, and right after the configuration has been checked. */
    void open(@Observes @Priority(2) @Initialized(ApplicationScoped.class) Object event) {
        LogSettings read = LogSettings.of(ConfigProvider.getConfig(Logs.class.getClassLoader()));
        settings = read;
        if (!read.enabled()) {
            return;
        }
        try {
            Spool opened = Spool.open(read.directory().resolve(service.name()), read.limitBytes(), ids::next);
            spool = opened;
            LogWriter.use(new LogWriter(
                    opened,
                    service.name(),
                    service.node(),
                    realTime,
                    read,
                    end -> transactions.onCompletion(end::completed)));
        } catch (IOException e) {
            throw new ConfigurationException(
                    LogSettings.DIRECTORY, read.directory() + " can't be used: " + e.getMessage());
        }
    }

    @PreDestroy
    void close() {
        LogWriter.use(null);
        if (spool != null) {
            spool.close();
        }
    }

    /** Empty where logs are switched off. */
    public Optional<Spool> spool() {
        return Optional.ofNullable(spool);
    }

    boolean isShipping() {
        return settings != null && settings.shipping();
    }

    long limitBytes() {
        return settings == null ? 0 : settings.limitBytes();
    }
}
