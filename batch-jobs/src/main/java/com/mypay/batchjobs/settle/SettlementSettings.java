package com.mypay.batchjobs.settle;

import com.mypay.framework.config.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator can set of the settlement job. A wrong value stops the start of the server and not the job at night. */
@Dependent
public class SettlementSettings {

    static final String PARTITIONS = "mypay.batch.settle.partitions";
    static final String AWAIT_PAYOUTS = "mypay.batch.settle.await-payouts-seconds";
    static final String REPORT_DIRECTORY = "mypay.batch.report.dir";

    private static final int MOST_PARTITIONS = 64;
    private static final long LONGEST_WAIT_SECONDS = 86_400;

    private final int partitions;
    private final Duration awaitPayouts;
    private final Optional<Path> reportDirectory;

    @Inject
    public SettlementSettings(
            @ConfigProperty(name = PARTITIONS, defaultValue = "2") int partitions,
            @ConfigProperty(name = AWAIT_PAYOUTS, defaultValue = "600") long awaitPayoutsSeconds,
            @ConfigProperty(name = REPORT_DIRECTORY) Optional<String> reportDirectory) {
        if (partitions < 1 || partitions > MOST_PARTITIONS) {
            throw new ConfigurationException(PARTITIONS, "write 1 to " + MOST_PARTITIONS + ", not " + partitions);
        }
        if (awaitPayoutsSeconds < 0 || awaitPayoutsSeconds > LONGEST_WAIT_SECONDS) {
            throw new ConfigurationException(
                    AWAIT_PAYOUTS, "write 0 to " + LONGEST_WAIT_SECONDS + " seconds, not " + awaitPayoutsSeconds);
        }
        this.partitions = partitions;
        this.awaitPayouts = Duration.ofSeconds(awaitPayoutsSeconds);
        this.reportDirectory = reportDirectory.map(Path::of);
    }

    /** To be made at the start is all: the constructor has checked the values. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object event) {}

    int partitions() {
        return partitions;
    }

    Duration awaitPayouts() {
        return awaitPayouts;
    }

    Optional<Path> reportDirectory() {
        return reportDirectory;
    }
}
