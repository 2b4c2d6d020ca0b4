package com.mypay.batchjobs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.config.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettlementScheduleTest {

    @Test
    void looksOnceASecondToOnceAnHour() {
        assertThat(SettlementSchedule.pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(SettlementSchedule.pause(3_600)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anythingElseStopsTheStartAndNamesTheKey() {
        for (long seconds : new long[] {-1, 0, 3_601}) {
            assertThatThrownBy(() -> SettlementSchedule.pause(seconds))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("mypay.batch.settle.look-every-seconds");
        }
    }

    @Test
    void itsKeysAreKnown() throws IOException {
        Properties known = new Properties();
        try (InputStream in = Objects.requireNonNull(
                SettlementSchedule.class.getResourceAsStream("/META-INF/mypay-keys.properties"))) {
            known.load(in);
        }
        assertThat(known.stringPropertyNames()).contains(SettlementSchedule.LOOK_EVERY, SettlementTime.KEY);
    }
}
