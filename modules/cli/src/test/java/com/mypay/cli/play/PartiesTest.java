package com.mypay.cli.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartiesTest {

    @TempDir
    private Path directory;

    private Home home;

    @BeforeEach
    void makeAHome() {
        home = Homes.in(directory, 12_000);
    }

    @Test
    void whoHasSignedUpIsKnownNextTime() {
        Parties.of(home, "d1").add("member1", 1_001);

        assertThat(Parties.of(home, "d1").id("member1")).isEqualTo(1_001);
        assertThat(Parties.of(home, "d1").find("member2")).isEmpty();
        assertThat(Parties.of(home, "d2").find("member1")).isEmpty();
    }

    @Test
    void aLineThatWasCutOffCountsAsNotSignedUp() throws IOException {
        Parties.of(home, "d1").add("member1", 1_001);
        Path file = directory.resolve("parties").resolve("d1.tsv");
        Files.writeString(file, Files.readString(file) + "member2\t10");

        Parties parties = Parties.of(home, "d1");

        assertThat(parties.find("member1")).contains(1_001L);
        assertThat(parties.find("member2")).isEmpty();
    }

    @Test
    void aStrangersIdIsADefect() {
        assertThatThrownBy(() -> Parties.of(home, "d1").id("nobody")).isInstanceOf(IllegalStateException.class);
    }
}
