package com.mypay.cli.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeTest {

    @TempDir
    private Path directory;

    @Test
    void aNewHomeHasItsSettingsItsPasswordsAndItsDirectories() {
        Path path = directory.resolve("new").resolve("home");

        Home home = Home.openOrCreate(path, null);

        assertThat(home.settings().portBase()).isEqualTo(Settings.DEFAULT_PORT_BASE);
        assertThat(home.directory()).isEqualTo(path).isAbsolute();
        assertThat(path.resolve("mypay.properties")).content().contains("port.base=9700\n", "mypay.profile=default\n");
        for (String part : new String[] {"db", "broker", "bank", "liberty", "logs", "run"}) {
            assertThat(path.resolve(part)).isDirectory();
        }
        assertThat(home.secret("operator")).hasSize(36);
        assertThat(home.secrets().values()).doesNotHaveDuplicates();
    }

    @Test
    void passwordsAreForTheirOwnerOnly() throws IOException {
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));

        Home.openOrCreate(directory, null);

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void openedAgainItHasTheSamePasswords() {
        Home made = Home.openOrCreate(directory, null);

        assertThat(Home.open(directory)).isEqualTo(made);
    }

    @Test
    void aPasswordThatANewerVersionNeedsIsAddedAndTheOthersStay() throws IOException {
        Home made = Home.openOrCreate(directory, null);
        Path file = directory.resolve("secrets.properties");
        Files.writeString(file, Files.readString(file).replaceAll("keystore=.*\n", ""));

        Home opened = Home.open(directory);

        assertThat(opened.secret("keystore")).hasSize(36).isNotEqualTo(made.secret("keystore"));
        assertThat(opened.secret("operator")).isEqualTo(made.secret("operator"));
        assertThat(Home.open(directory)).isEqualTo(opened);
    }

    @Test
    void aSecretThatNobodyKnowsIsADefect() {
        Home home = Home.openOrCreate(directory, null);

        assertThatThrownBy(() -> home.secret("coffee")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whereNothingIsNothingIsOpened() {
        assertRefused(() -> Home.open(directory.resolve("none")), "There is no installation in " + directory);
        assertThat(directory.resolve("none")).doesNotExist();
    }

    @Test
    void portsAreChosenOnceAndForAll() {
        Home.openOrCreate(directory, 12_000);

        assertThat(Home.openOrCreate(directory, null).settings().portBase()).isEqualTo(12_000);
        assertThat(Home.openOrCreate(directory, 12_000).settings().portBase()).isEqualTo(12_000);
        assertRefused(() -> Home.openOrCreate(directory, 13_000), "made with port base 12000, not 13000");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 80, 1_023, 65_532, 65_536, Integer.MAX_VALUE})
    void portsThatDoNotExistMakeNoHome(int portBase) {
        Path path = directory.resolve("home");

        assertRefused(
                () -> Home.openOrCreate(path, portBase), "--port-base " + portBase + ": it is a number from 1024");
        assertThat(path).doesNotExist();
    }

    @Test
    void aPlaceWhereNoDirectoryCanBeIsSaidInOneLine() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertRefused(() -> Home.openOrCreate(file.resolve("home"), null), "can't be made");
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        Home.openOrCreate(directory, null);
        Files.writeString(directory.resolve("mypay.properties"), "port.base=\\uXYZW\n");

        assertRefused(() -> Home.open(directory), directory.resolve("mypay.properties") + " can't be read");
    }

    @Test
    void twoStartsAtOnceAreRefused() {
        Home home = Home.openOrCreate(directory, null);

        String done = home.whileLocked(() -> {
            assertRefused(() -> Home.open(directory).whileLocked(() -> "second"), "Another mypay command");
            return "first";
        });

        assertThat(done).isEqualTo("first");
        assertThat(home.whileLocked(() -> "later")).isEqualTo("later");
    }

    @Test
    void aRunDirectoryThatSomebodyHasClearedAwayIsMadeAgain() throws IOException {
        Home home = Home.openOrCreate(directory, null);
        Files.delete(home.run());

        assertThat(home.whileLocked(() -> "done")).isEqualTo("done");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String line) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED))
                .hasMessageContaining(line);
    }
}
