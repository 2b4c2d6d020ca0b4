package com.mypay.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import com.mypay.frameworktest.stub.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibertyServerTest {

    @TempDir
    private Path directory;

    private final StubServer http = StubServer.start();
    private Home home;
    private LibertyServer server;
    private Path serverDirectory;

    @BeforeEach
    void makeAHome() throws IOException {
        home = Homes.in(directory.resolve("home"), http.uri().getPort(), "mypay.money.top-up.minimum=5000");
        server = new LibertyServer(home, FakeInstallation.in(directory.resolve("a clone")));
        serverDirectory = home.liberty().resolve("servers/mypay");
    }

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void itsDirectoryIsMadeOfTheTemplateAndTheSettings() {
        Part part = server.prepare();

        assertThat(part.command()).endsWith("run", "mypay");
        assertThat(serverDirectory.resolve("server.xml")).hasContent("# server.xml\n");
        assertThat(serverDirectory.resolve("server.env"))
                .content()
                .contains("MYPAY_HTTP_PORT=" + home.settings().httpPort() + "\n")
                .contains("MYPAY_DB=h2\n")
                .contains("MYPAY_APPS_DIR=" + directory.resolve("a clone/ear/target") + "\n")
                .contains("MYPAY_BROKER_URL=failover:(amqp://127.0.0.1:"
                        + home.settings().brokerPort() + ")\n");
        assertThat(serverDirectory.resolve("bootstrap.properties"))
                .content()
                .startsWith("# bootstrap.properties\n")
                .contains("mypay.money.top-up.minimum=5000\n")
                .contains("mypay.clock.file=" + home.clock() + "\n")
                .doesNotContain("port.base");
    }

    @Test
    void madeAgainItSaysNothingTwice() throws IOException {
        server.prepare();
        String once = Files.readString(serverDirectory.resolve("bootstrap.properties"));

        server.prepare();

        assertThat(serverDirectory.resolve("bootstrap.properties")).hasContent(once);
    }

    @Test
    void secretsAreInTheEnvironmentAndInNoFile() throws IOException {
        Part part = server.prepare();

        assertThat(part.environment()).containsEntry("MYPAY_OPERATOR_PASSWORD", home.secret("operator"));
        assertThat(part.command()).doesNotContainAnyElementsOf(home.secrets().values());
        try (var files = Files.walk(home.liberty())) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file)
                            .content()
                            .doesNotContain(home.secrets().values().toArray(String[]::new)));
        }
    }

    @Test
    void aProductionServerHasNoTestClock() throws IOException {
        Home production = Homes.in(directory.resolve("production"), 12_000, "mypay.profile=production");

        new LibertyServer(production, FakeInstallation.in(directory.resolve("a clone"))).prepare();

        assertThat(production.liberty().resolve("servers/mypay/bootstrap.properties"))
                .content()
                .contains("mypay.profile=production\n")
                .doesNotContain("mypay.clock.file");
    }

    @Test
    void whatWasUnpackedOfOtherApplicationsIsForgotten() throws IOException {
        server.prepare();
        Path unpacked = serverDirectory.resolve("workarea/old.class");
        Files.createDirectories(unpacked.getParent());
        Files.writeString(unpacked, "old");

        server.prepare();
        assertThat(unpacked).exists();

        Path ear = directory.resolve("a clone/ear/target/mypay.ear");
        Files.setLastModifiedTime(ear, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        server.prepare();
        assertThat(unpacked).doesNotExist();
    }

    @Test
    void isReadyWhenItsHealthSaysSo() {
        http.on("GET", "/health/ready").answers(200, "{\"status\":\"UP\",\"checks\":[]}");

        assertThat(server.part().readiness().missing()).isEmpty();
    }

    @Test
    void isNotReadyForTheReasonsOfItsHealth() {
        http.on("GET", "/health/ready").answers(503, """
                {"status":"DOWN","checks":[
                  {"name":"money-database","status":"UP","data":{}},
                  {"name":"money-broker","status":"DOWN","data":{"reason":"the broker does not answer"}},
                  {"name":"money-schema","status":"DOWN"},
                  {"name":"payment-broker","status":"DOWN","data":{"reason":"the broker does not answer"}}]}""");

        assertThat(server.part().readiness().missing())
                .contains("money-broker, payment-broker (the broker does not answer); money-schema");
    }

    @Test
    void isNotReadyWhileItsApplicationsStart() {
        http.on("GET", "/health/ready")
                .answers(503, "{\"status\":\"DOWN\",\"checks\":[]}")
                .answers(404, "<html>not yet</html>");

        assertThat(server.part().readiness().missing()).contains("the applications are starting");
        assertThat(server.part().readiness().missing()).contains("/health/ready: 404");
    }

    @Test
    void isNotReadyIfNobodyAnswers() {
        http.close();

        assertThat(server.part().readiness().missing()).contains("no answer from /health/ready");
    }
}
