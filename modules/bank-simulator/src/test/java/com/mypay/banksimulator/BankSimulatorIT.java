package com.mypay.banksimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.banksimulator.BankCalls.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The banks as a process of their own: started, killed, started again, misconfigured. */
class BankSimulatorIT {
    private static final int KILLS = Integer.getInteger("bank.kills", 4);
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path directory;

    private final List<Process> started = new ArrayList<>();

    private record Running(Process process, BankCalls banks) {}

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    @Test
    void acknowledgedTransfersAreThereExactlyOnceAfterAKill() throws IOException, InterruptedException {
        Running running = start();
        running.banks().openHanaAndDul();
        int acknowledged = 0;
        for (int round = 0; round < KILLS; round++) {
            BankCalls banks = running.banks();
            Set<String> answered = ConcurrentHashMap.newKeySet();
            CountDownLatch enough = new CountDownLatch(300);
            List<Thread> callers = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                String prefix = "r" + round + "c" + caller + "-";
                callers.add(new Thread(() -> callUntilKilled(banks, prefix, answered, enough)));
            }
            callers.forEach(Thread::start);
            assertThat(enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            running.process().destroyForcibly().waitFor();
            for (Thread caller : callers) {
                caller.join();
            }

            running = start();
            for (String id : answered) {
                assertThat(running.banks().inquire(id).result()).as(id).isEqualTo("COMPLETED");
                assertThat(running.banks().transfer(id, 1).result()).isEqualTo("COMPLETED");
            }
            acknowledged += answered.size();
            var audit = running.banks().audit();
            assertThat(audit.getBoolean("conserved")).as(audit.toString()).isTrue();
            assertThat(running.banks().balance("004", "00412345678"))
                    .isEqualTo(audit.getInt("transfersCompleted"))
                    .isBetween((long) acknowledged, acknowledged + 4L * (round + 1));
        }
    }

    private static void callUntilKilled(BankCalls banks, String prefix, Set<String> answered, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                Answer answer = banks.transfer(prefix + i, 1);
                if (answer.status() == 200) {
                    answered.add(prefix + i);
                    enough.countDown();
                }
            }
        } catch (IOException e) {
            // Killed: the last call has no answer, and may be executed or not.
            assertThat(enough.getCount()).isZero();
        }
    }

    @Test
    void stopsCleanlyWhenAskedAndGoesOnWithItsData() throws IOException, InterruptedException {
        Running running = start();
        running.banks().openHanaAndDul();
        running.banks().transfer("t1", 1);
        running.process().destroy();
        assertThat(running.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isTrue();

        assertThat(start().banks().inquire("t1").result()).isEqualTo("COMPLETED");
    }

    @Test
    void misconfigurationIsOneLineAndExitCode2() throws IOException, InterruptedException {
        String dir = directory.resolve("bank").toString();
        assertRefused("--dir is missing");
        assertRefused("--port is missing", "--dir", dir);
        assertRefused("--port is a number from 0 to 65535, not 70000", "--dir", dir, "--port", "70000");
        assertRefused("--port is a number from 0 to 65535, not x", "--dir", dir, "--port", "x");
        assertRefused("unknown argument --verbose", "--verbose");
        assertRefused("--port needs a value", "--dir", dir, "--port");
        assertRefused("--dir is given twice", "--dir", dir, "--dir", dir);
        Path clock = Files.writeString(directory.resolve("clock"), "noon");
        assertRefused("offset in whole milliseconds", "--dir", dir, "--port", "0", "--clock", clock.toString());
        Path file = Files.writeString(directory.resolve("file"), "");
        assertRefused("can't start", "--dir", file.toString(), "--port", "0");
    }

    @Test
    void portInUseIsOneLineAndExitCode2() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    "the port is in use",
                    "--dir",
                    directory.resolve("bank").toString(),
                    "--port",
                    Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void directoryInUseIsOneLineAndExitCode2() throws IOException, InterruptedException {
        start();
        assertRefused(
                "another process uses the directory",
                "--dir",
                directory.resolve("bank").toString(),
                "--port",
                "0");
    }

    private void assertRefused(String why, String... arguments) throws IOException, InterruptedException {
        Process process = launch(arguments);
        String output = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(output.lines())
                .singleElement()
                .asString()
                .startsWith("bank-simulator: ")
                .contains(why);
        assertThat(process.exitValue()).isEqualTo(2);
    }

    private Running start() throws IOException {
        Process process = launch("--dir", directory.resolve("bank").toString(), "--port", "0");
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String ready = output.readLine();
        assertThat(ready).startsWith("READY bank-simulator port=");
        return new Running(process, new BankCalls(Integer.parseInt(ready.substring(ready.indexOf('=') + 1))));
    }

    private Process launch(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "com.mypay.banksimulator.BankSimulator"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }
}
