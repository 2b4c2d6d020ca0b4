package com.mypay.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import com.mypay.frameworktest.stub.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {

    @TempDir
    private Path directory;

    private final StubServer bank = StubServer.start();
    private Home home;
    private Parts parts;

    /** So that the stub is where the bank simulator would be. */
    @BeforeEach
    void makeAHome() throws IOException {
        home = Homes.in(directory.resolve("home"), bank.uri().getPort() - 4);
        parts = new Parts(home, FakeInstallation.in(directory.resolve("clone")));
    }

    @AfterEach
    void stop() {
        bank.close();
    }

    @Test
    void noSecretIsOnACommandLine() {
        assertThat(parts.database().command())
                .doesNotContainAnyElementsOf(home.secrets().values());
        assertThat(String.join(" ", parts.broker().command()))
                .doesNotContain(home.secrets().values().toArray(String[]::new));
        assertThat(parts.schemaRunnerCommand())
                .doesNotContainAnyElementsOf(home.secrets().values());
        assertThat(parts.broker().environment().get("MYPAY_BROKER_USERS"))
                .contains("money=" + home.secret("broker.money"));
    }

    @Test
    void everyServiceHasItsAccountsAtTheDatabaseAndAtTheBroker() {
        String users = parts.broker().environment().getOrDefault("MYPAY_BROKER_USERS", "");

        assertThat(Parts.BROKER_ACCOUNTS).containsAll(Parts.SERVICES).contains("logs");
        for (String account : Parts.BROKER_ACCOUNTS) {
            assertThat(users).contains(account + "=" + home.secret("broker." + account));
        }
        assertThat(Parts.DATABASE_ACCOUNTS).containsAll(Parts.SERVICES).contains("imagelog", "businesslog", "errorlog");
        for (String account : Parts.DATABASE_ACCOUNTS) {
            assertThat(parts.schemaRunnerEnvironment())
                    .containsEntry(
                            "MYPAY_DATABASE_" + account.toUpperCase(Locale.ROOT) + "_APP_PASSWORD",
                            home.secret("database." + account));
        }
    }

    @Test
    void thePasswordOfAnOraclesAdministratorIsNeverOurs() throws IOException {
        Home oracle = Homes.in(directory.resolve("oracle"), 12_000, "db=oracle");
        Parts ofOracle = new Parts(oracle, FakeInstallation.in(directory.resolve("clone")));

        assertThat(parts.schemaRunnerEnvironment()).containsKey("MYPAY_DATABASE_ADMIN_PASSWORD");
        assertThat(ofOracle.schemaRunnerEnvironment()).doesNotContainKey("MYPAY_DATABASE_ADMIN_PASSWORD");
        assertThat(ofOracle.schemaRunnerCommand())
                .anyMatch(word -> word.startsWith("jdbc:oracle:thin:@tcp://127.0.0.1:1521/mypay"));
    }

    @Test
    void theBankGoesByTheTestClock() {
        assertThat(parts.bank().command()).endsWith("--clock", home.clock().toString());
    }

    @Test
    void isReadyOnceItHasSaidSoAndItsPortAnswersAndItAnswersAQuestion() throws IOException {
        bank.on("GET", "/banks").answers(200, "[]");
        String portSilent = "port " + home.settings().bankPort() + " doesn't answer";

        assertThat(parts.bank().readiness().missing()).contains(portSilent);
        Files.writeString(parts.bank().log(), "nearly READY\n");
        assertThat(parts.bank().readiness().missing()).contains(portSilent);
        Files.writeString(parts.bank().log(), "nearly READY\nREADY bank port=1\n\u00ff");
        assertThat(parts.bank().readiness().missing()).isEmpty();
    }

    @Test
    void isNotReadyIfItsAnswerIsNone() throws IOException {
        bank.on("GET", "/banks").answers(500, "oh").hangsUp();
        Files.writeString(parts.bank().log(), "READY bank port=1\n");

        assertThat(parts.bank().readiness().missing()).contains("/banks: 500");
        assertThat(parts.bank().readiness().missing()).contains("no answer from /banks");
        bank.close();
        assertThat(parts.bank().readiness().missing())
                .contains("port " + home.settings().bankPort() + " doesn't answer");
    }
}
