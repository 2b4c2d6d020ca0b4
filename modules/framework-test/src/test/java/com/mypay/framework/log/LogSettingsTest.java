package com.mypay.framework.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.config.ConfigurationException;
import com.mypay.frameworktest.fake.FakeConfig;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSettingsTest {

    private static LogSettings settings(Map<String, String> values) {
        return LogSettings.of(FakeConfig.of(values));
    }

    @Test
    void whereNothingIsSaidLinesAreWrittenAndShipped() {
        LogSettings usual = settings(Map.of());
        assertThat(usual.enabled()).isTrue();
        assertThat(usual.shipping()).isTrue();
        assertThat(usual.limitBytes()).isEqualTo(512L << 20);
        assertThat(usual.bodyLimit()).isEqualTo(4_096);
    }

    @Test
    void everyKeyIsRead() {
        LogSettings said = settings(Map.of(
                "mypay.log.enabled", "false",
                "mypay.log.shipping", "false",
                "mypay.log.directory", "/somewhere/else",
                "mypay.log.limit-mib", "16",
                "mypay.log.body-limit", "0",
                "mypay.log.masked-fields", "nickname:NAME"));
        assertThat(said.enabled()).isFalse();
        assertThat(said.shipping()).isFalse();
        assertThat(said.directory()).isEqualTo(Path.of("/somewhere/else").toAbsolutePath());
        assertThat(said.limitBytes()).isEqualTo(16L << 20);
        assertThat(said.bodyLimit()).isZero();
        assertThat(said.masking().value("nickName", "spring")).isEqualTo("s****g");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            mypay.log.enabled,       yes
            mypay.log.shipping,      1
            mypay.log.limit-mib,     15
            mypay.log.limit-mib,     1000001
            mypay.log.limit-mib,     half
            mypay.log.body-limit,    8193
            mypay.log.body-limit,    -1
            mypay.log.masked-fields, nickname
            mypay.log.masked-fields, nickname:SECRET
            """)
    void aWrongValueStopsTheStartWithItsKey(String key, String value) {
        assertThatThrownBy(() -> settings(Map.of(key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("MYPAY-CONFIG " + key);
    }
}
