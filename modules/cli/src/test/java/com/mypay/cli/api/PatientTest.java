package com.mypay.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.home.Homes;
import com.mypay.frameworktest.stub.StubServer;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class PatientTest {

    private static final String PAY = "/payment/com/v1/pay/my-money";

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final Patient patient = new Patient();
    private Http http;

    @BeforeEach
    void makeAHome() {
        http = new Http(Homes.in(directory, server.uri().getPort()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksAgainWithTheSameRequestIdUntilTheOutcomeIsKnown() {
        server.on("POST", PAY)
                .hangsUp()
                .answers(503, "{\"code\":\"UNAVAILABLE\"}")
                .answers(504, "{\"code\":\"PAYMENT_IN_DOUBT\"}")
                .answers(409, "{\"code\":\"REQUEST_RUNNING\"}")
                .answers(200, "{\"paymentId\":\"p1\"}");

        assertThat(pay(patient).status()).isEqualTo(200);

        assertThat(server.requests("POST", PAY))
                .hasSizeGreaterThanOrEqualTo(5)
                .extracting(request -> request.header("Idempotency-Key"))
                .containsOnly("r1");
    }

    @Test
    void asksAgainWhileTheServerHasNoApplicationsYet() {
        server.on("POST", PAY)
                .hangsUp()
                .answers(404, "<!DOCTYPE HTML><html><head><title>404 Not Found</title></head></html>")
                .answers(200, "{\"paymentId\":\"p1\"}");

        assertThat(pay(patient).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"400, FIELD_INVALID", "404, FRANCHISE_NOT_FOUND", "409, PAYMENT_CANCELLED", "422, NO_LINKED_ACCOUNT"})
    void aRefusalIsAnOutcome(int status, String code) {
        server.on("POST", PAY).answers(status, "{\"code\":\"" + code + "\"}");

        assertThat(pay(patient).code()).isEqualTo(code);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aServersOwnFaultIsAskedForAFewTimesOnly() {
        server.on("POST", PAY).answers(500, "{\"code\":\"INTERNAL\"}");

        assertThatThrownBy(() -> pay(patient))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("The server failed at " + PAY + ": 500 {\"code\":\"INTERNAL\"}");

        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void whoeverIsGoneForLongIsGone() {
        server.on("GET", "/find").answers(503, "{}");

        assertThatThrownBy(() -> new Patient(Duration.ofMillis(200)).get(http, "/find"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("No answer to /find (503 {})")
                .hasMessageContaining("the same command again");
    }

    @Test
    void whoeverIsToldToEndWaitsNoLonger() {
        server.on("GET", "/find").answers(503, "{}");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> patient.get(http, "/find"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("Interrupted.");
        assertThat(Thread.interrupted()).isTrue();
    }

    private Http.Answer pay(Patient asking) {
        return asking.post(http, PAY, "r1", JsonValue.EMPTY_JSON_OBJECT);
    }
}
