package com.mypay.framework.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownKeysTest {

    private final KnownKeys known = KnownKeys.onClasspath();

    @Test
    void knowsTheKeysOfTheFrameworksFile() {
        assertThat(known.contains("mypay.clock.file")).isTrue();
        assertThat(known.contains("mypay.clok.file")).isFalse();
    }

    @Test
    void suggestsTheKeyThatWasProbablyMeant() {
        assertThat(known.mostSimilar("mypay.clok.file")).contains("mypay.clock.file");
        assertThat(known.mostSimilar("mypay.something.else.entirely")).isEmpty();
    }

    @Test
    void namesTheKeyAndTheRemedyInOneLine() {
        assertThat(new ConfigurationException("mypay.clok.file", "remove it"))
                .hasMessage("MYPAY-CONFIG mypay.clok.file: remove it");
    }
}
