package com.mypay.batchjobs.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.batchjobs.settle.JobXml;
import com.mypay.framework.config.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The job's XML, its settings and what operators read say the same. */
class PurgeFinishedXmlTest {

    private static final Set<String> STATUSES = Set.of("COMPLETED", "STOPPED", "FAILED");

    private final JobXml xml = JobXml.of(PurgeRun.JOB);

    @Test
    void isAJobOfJakartaBatch2WhoseStepsAreBeans() {
        assertThat(JobXml.refusal(xml.text())).isEmpty();
        assertThat(xml.id()).isEqualTo(PurgeRun.JOB);
        assertThat(xml.steps()).containsExactly("messages", "requests", "executions");
        assertThat(xml.artifacts().stream()
                        .map(artifact -> artifact.getAttribute("ref"))
                        .filter(name -> !name.equals("jobEnd")))
                .containsExactlyInAnyOrderElementsOf(
                        JobXml.beans(PurgeRun.class.getPackage()).keySet());
    }

    @Test
    void itsHeadAndTheOperatorsGuideNameEachExitStatus() throws IOException {
        String head =
                xml.text().substring(xml.text().indexOf("<!--"), xml.text().indexOf("<job"));
        assertThat(JobXml.capitals(head)).isEqualTo(STATUSES);
        assertThat(JobXml.explainedIn(Files.readString(Path.of("README.md")), "## Housekeeping"))
                .isEqualTo(STATUSES);
    }

    @Test
    void eachKeyIsKnownAndHasBounds() throws IOException {
        Properties known = new Properties();
        try (InputStream in =
                Objects.requireNonNull(PurgeSettings.class.getResourceAsStream("/META-INF/mypay-keys.properties"))) {
            known.load(in);
        }
        assertThat(known.stringPropertyNames())
                .contains(PurgeSettings.MESSAGES, PurgeSettings.REQUESTS, PurgeSettings.EXECUTIONS);
        assertThat(new PurgeSettings(8, 9, 3_650).messages()).isEqualTo(Duration.ofDays(8));
        for (int wrong : new int[] {-1, 0, 7, 3_651}) {
            refused(() -> new PurgeSettings(wrong, 90, 90), PurgeSettings.MESSAGES);
            refused(() -> new PurgeSettings(90, wrong, 90), PurgeSettings.REQUESTS);
            refused(() -> new PurgeSettings(90, 90, wrong), PurgeSettings.EXECUTIONS);
        }
    }

    private static void refused(Runnable settings, String key) {
        assertThatThrownBy(settings::run)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key);
    }
}
