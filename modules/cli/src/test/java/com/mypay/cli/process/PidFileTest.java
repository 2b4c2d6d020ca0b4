package com.mypay.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {

    private static final ProcessHandle MYSELF = ProcessHandle.current();

    @TempDir
    private Path directory;

    @Test
    void findsTheProcessThatItRemembers() {
        PidFile file = file();
        file.write(MYSELF);

        assertThat(file.exists()).isTrue();
        assertThat(file.running()).contains(MYSELF);
        assertThat(file.wasReady()).isFalse();
    }

    @Test
    void remembersThatItWasReady() {
        PidFile file = file();
        file.writeReady(MYSELF);

        assertThat(file.running()).contains(MYSELF);
        assertThat(file.wasReady()).isTrue();
    }

    @Test
    void aStrangerWithTheSameIdIsNotTheProcess() throws IOException {
        Files.writeString(file().file(), MYSELF.pid() + " " + start().minusSeconds(3_600) + "\n");

        assertThat(file().exists()).isTrue();
        assertThat(file().running()).isEmpty();
    }

    @Test
    void aClockThatWasCorrectedALittleMakesNoStranger() throws IOException {
        Files.writeString(file().file(), MYSELF.pid() + " " + start().minusSeconds(2) + "\n");

        assertThat(file().running()).contains(MYSELF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "x y", "-1 2026-01-01T00:00:00Z", "99999999999999999999 2026-01-01T00:00:00Z"})
    void aDamagedFileFindsNothing(String content) throws IOException {
        Files.writeString(file().file(), content);

        assertThat(file().running()).isEmpty();
        assertThat(file().wasReady()).isFalse();
    }

    @Test
    void aDeletedOneIsGone() {
        PidFile file = file();
        file.write(MYSELF);

        file.delete();
        file.delete();

        assertThat(file.exists()).isFalse();
        assertThat(file.running()).isEmpty();
        assertThat(file.wasReady()).isFalse();
    }

    private static Instant start() {
        return MYSELF.info().startInstant().orElseThrow();
    }

    private PidFile file() {
        return new PidFile(directory.resolve("server.pid"));
    }
}
