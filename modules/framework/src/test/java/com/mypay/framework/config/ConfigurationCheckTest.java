package com.mypay.framework.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationCheckTest {

    private static final Optional<String> CLOCK = Optional.of("/var/mypay/clock");

    @Test
    void theTestClockIsNotForProduction() {
        assertThatThrownBy(() -> check(Optional.of("production"), CLOCK))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mypay.clock.file")
                .hasMessageContaining("the test clock is not for mypay.profile=production; remove one of the two");
    }

    @Test
    void elsewhereItIsAllowed() {
        assertThatCode(() -> check(Optional.of("default"), CLOCK)).doesNotThrowAnyException();
        assertThatCode(() -> check(Optional.empty(), CLOCK)).doesNotThrowAnyException();
        assertThatCode(() -> check(Optional.of("production"), Optional.empty())).doesNotThrowAnyException();
    }

    private static void check(Optional<String> profile, Optional<String> testClock) {
        ConfigurationCheck.refuseTestClockInProduction(profile, testClock);
    }
}
