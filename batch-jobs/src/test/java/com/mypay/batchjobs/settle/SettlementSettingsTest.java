package com.mypay.batchjobs.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.config.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettlementSettingsTest {

    @Test
    void whatIsPossibleIsTaken() {
        SettlementSettings settings = new SettlementSettings(64, 0, Optional.of("/var/mypay/reports"));
        assertThat(settings.partitions()).isEqualTo(64);
        assertThat(settings.awaitPayouts()).isEqualTo(Duration.ZERO);
        assertThat(settings.reportDirectory()).contains(Path.of("/var/mypay/reports"));
        assertThat(new SettlementSettings(1, 86_400, Optional.empty()).reportDirectory())
                .isEmpty();
    }

    @Test
    void whatIsImpossibleStopsTheStartAndNamesItsKey() {
        for (int partitions : new int[] {-1, 0, 65}) {
            assertThatThrownBy(() -> new SettlementSettings(partitions, 600, Optional.empty()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(SettlementSettings.PARTITIONS);
        }
        for (long seconds : new long[] {-1, 86_401}) {
            assertThatThrownBy(() -> new SettlementSettings(2, seconds, Optional.empty()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(SettlementSettings.AWAIT_PAYOUTS);
        }
    }

    @Test
    void eachKeyIsKnown() throws IOException {
        Properties known = new Properties();
        try (InputStream in = Objects.requireNonNull(
                SettlementSettings.class.getResourceAsStream("/META-INF/mypay-keys.properties"))) {
            known.load(in);
        }
        assertThat(known.stringPropertyNames())
                .contains(
                        SettlementSettings.PARTITIONS,
                        SettlementSettings.AWAIT_PAYOUTS,
                        SettlementSettings.REPORT_DIRECTORY);
    }
}
