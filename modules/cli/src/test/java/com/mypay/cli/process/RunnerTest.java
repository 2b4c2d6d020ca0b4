package com.mypay.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import com.mypay.cli.process.Children.Failing;
import com.mypay.cli.process.Children.Obedient;
import com.mypay.cli.process.Runner.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes. */
class RunnerTest {

    private static final int PLENTY_SECONDS = 60;

    @TempDir
    private Path directory;

    private Home home;
    private Runner runner;
    private int port;

    @BeforeEach
    void makeAHome() {
        home = Homes.in(directory, 12_000);
        runner = new Runner(home);
        port = Homes.freePort();
    }

    @AfterEach
    void leaveNothingBehind() {
        runner.stop(Parts.BANK);
    }

    @Test
    void startsAProcessWithItsEnvironmentAndStopsIt() {
        Part part = obedient();

        runner.start(part, missing -> {});

        ProcessHandle process = runner.running(Parts.BANK).orElseThrow();
        assertThat(part.log()).content().startsWith("READY hello");
        assertThat(runner.look(part)).isEqualTo(new Runner.Look(State.READY, pid(process), ""));
        assertThat(runner.stop(Parts.BANK)).isTrue();
        assertThat(process.isAlive()).isFalse();
        assertThat(runner.look(part).state()).isEqualTo(State.STOPPED);
        assertThat(runner.stop(Parts.BANK)).isFalse();
    }

    @Test
    void whatRunsIsNotStartedAgain() {
        runner.start(obedient(), missing -> {});
        ProcessHandle first = runner.running(Parts.BANK).orElseThrow();

        new Runner(home).start(obedient(), missing -> {});

        assertThat(runner.running(Parts.BANK)).contains(first);
    }

    @Test
    void whatWasKilledIsDeadUntilItIsStartedAgain() throws Exception {
        Part part = obedient();
        runner.start(part, missing -> {});
        ProcessHandle process = runner.running(Parts.BANK).orElseThrow();

        process.destroyForcibly();
        process.onExit().get(PLENTY_SECONDS, TimeUnit.SECONDS);

        assertThat(runner.look(part)).isEqualTo(new Runner.Look(State.DEAD, java.util.OptionalLong.empty(), ""));
        runner.start(part, missing -> {});
        assertThat(runner.look(part).state()).isEqualTo(State.READY);
    }

    @Test
    void whatRunsWithoutHavingBeenReadyIsStartingAndAfterwardsNotReady() {
        AtomicBoolean away = new AtomicBoolean();
        Part part = Children.part(
                home,
                port,
                PLENTY_SECONDS,
                Children.java(Obedient.class),
                () -> away.get() ? Optional.of("the broker is away") : Optional.empty());
        runner.start(part, waiting -> {});
        away.set(true);

        Runner.Look look = runner.look(part);

        assertThat(look.state()).isEqualTo(State.NOT_READY);
        assertThat(look.missing()).isEqualTo("the broker is away");
        new PidFile(home.run().resolve("bank.pid"))
                .write(runner.running(Parts.BANK).orElseThrow());
        assertThat(runner.look(part).state()).isEqualTo(State.STARTING);
    }

    @Test
    void whatEndsWhileItStartsIsReportedWithItsLastLines() {
        Part part = Children.part(home, port, PLENTY_SECONDS, Children.java(Failing.class));

        assertThatThrownBy(() -> runner.start(part, missing -> {}))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED))
                .hasMessage(
                        "The bank simulator ended while it was starting: starting | the end (log: " + part.log() + ")");
        assertThat(runner.look(part).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void aWrongSettingIsReportedByItsOwnLine() {
        String line = "MYPAY-CONFIG mypay.mony.x: nobody knows this key";
        Part part = Children.part(home, port, PLENTY_SECONDS, Children.java(Failing.class, line));

        assertThatThrownBy(() -> runner.start(part, missing -> {}))
                .hasMessage(
                        "The bank simulator can't start with this setting: mypay.mony.x: nobody knows this key (log: "
                                + part.log() + ")");
    }

    @Test
    void whatWouldGoOnWithAWrongSettingIsStopped() {
        String line = "MYPAY-CONFIG mypay.mony.x: nobody knows this key";
        Part part = Children.part(
                home, port, PLENTY_SECONDS, Children.java(Obedient.class, line), () -> Optional.of("patience"));

        assertThatThrownBy(() -> runner.start(part, missing -> {}))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED))
                .hasMessageContaining("mypay.mony.x");
        assertThat(runner.look(part).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void whatDoesNotBecomeReadyInTimeIsReportedAndGoesOn() {
        Part part = Children.part(home, port, 0, Children.java(Obedient.class), () -> Optional.of("patience"));

        assertThatThrownBy(() -> runner.start(part, missing -> {}))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("The bank simulator runs, but is not ready: patience");
        assertThat(runner.running(Parts.BANK)).isPresent();
    }

    @Test
    void aPortInUseIsSaid() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> runner.requireFreePorts(Parts.BANK, port, other.getLocalPort()))
                    .isInstanceOfSatisfying(
                            CommandFailure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED))
                    .hasMessageStartingWith("Port " + other.getLocalPort() + " of the bank simulator is in use");
        }
        runner.requireFreePorts(Parts.BANK, port);
    }

    @Test
    void whatRunsMayUseItsOwnPort() throws IOException {
        runner.start(Children.part(home, port, PLENTY_SECONDS, Children.java(Obedient.class)), missing -> {});
        try (ServerSocket own = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            runner.requireFreePorts(Parts.BANK, own.getLocalPort());
        }
    }

    @Test
    void aProcessThatCanNotBeRememberedDoesNotGoOn() throws IOException {
        Files.createDirectory(home.run().resolve("bank.pid"));
        List<ProcessHandle> before = children();

        assertThatThrownBy(() -> runner.start(obedient(), missing -> {})).isInstanceOf(RuntimeException.class);

        assertThat(children()).filteredOn(ProcessHandle::isAlive).isSubsetOf(before);
        Files.delete(home.run().resolve("bank.pid"));
    }

    @Test
    void anInterruptedStartEndsAsInterrupted() {
        Part part = Children.part(home, port, PLENTY_SECONDS, Children.java(Obedient.class), () -> {
            Thread.currentThread().interrupt();
            return Optional.of("forever");
        });

        try {
            assertThatThrownBy(() -> runner.start(part, missing -> {}))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessage("Interrupted.");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private Part obedient() {
        return Children.part(home, port, PLENTY_SECONDS, Children.java(Obedient.class));
    }

    private static List<ProcessHandle> children() {
        return new ArrayList<>(ProcessHandle.current().children().toList());
    }

    private static java.util.OptionalLong pid(ProcessHandle process) {
        return java.util.OptionalLong.of(process.pid());
    }
}
