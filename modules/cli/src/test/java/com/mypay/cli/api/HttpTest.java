package com.mypay.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.api.Http.Answer;
import com.mypay.cli.home.Homes;
import com.mypay.frameworktest.stub.StubServer;
import com.mypay.frameworktest.stub.StubServer.Request;
import jakarta.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpTest {

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
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
    void commandsSayWhoCallsAndCarryTheirRequestId() {
        server.on("POST", "/pay").answers(200, "{\"paymentId\":\"p1\"}");

        Answer answer = http.staff("kim", "operator").post("/pay", "r1", Json.createValue("body"));
        http.member(1_001).post("/pay", null, Json.createValue("body"));
        http.franchise(2_001).post("/pay", null, Json.createValue("body"));

        assertThat(answer.json().getString("paymentId")).isEqualTo("p1");
        Request byStaff = server.requests().get(0);
        assertThat(byStaff.header("MyPay-Caller")).isEqualTo("staff/kim");
        assertThat(byStaff.header("MyPay-Roles")).isEqualTo("operator");
        assertThat(byStaff.header("Idempotency-Key")).isEqualTo("r1");
        assertThat(byStaff.header("Content-Type")).isEqualTo("application/json");
        assertThat(byStaff.body()).isEqualTo("\"body\"");
        Request byMember = server.requests().get(1);
        assertThat(byMember.header("MyPay-Caller")).isEqualTo("member/1001");
        assertThat(byMember.header("MyPay-Roles")).isNull();
        assertThat(byMember.header("Idempotency-Key")).isNull();
        assertThat(server.requests().get(2).header("MyPay-Caller")).isEqualTo("franchise/2001");
    }

    @Test
    void aRefusalHasACodeAndAnAnswerThatIsNoProblemHasNone() {
        server.on("GET", "/refused").answers(422, "{\"code\":\"NO_LINKED_ACCOUNT\"}");
        server.on("GET", "/strange").answers(502, "bad gateway");

        assertThat(http.get("/refused").code()).isEqualTo("NO_LINKED_ACCOUNT");
        assertThat(http.get("/strange").code()).isEmpty();
        assertThatThrownBy(() -> http.get("/refused").orRefused("pay"))
                .isInstanceOfSatisfying(
                        Http.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NO_LINKED_ACCOUNT"))
                .hasMessage("pay: 422 {\"code\":\"NO_LINKED_ACCOUNT\"}");
        assertThatThrownBy(() -> http.get("/strange").json()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoeverHangsUpOrIsNotThereHasNotAnswered() {
        server.on("GET", "/dying").hangsUp();

        assertThatThrownBy(() -> http.get("/dying")).isInstanceOf(Http.NoAnswer.class);
        server.close();
        assertThatThrownBy(() -> http.get("/gone"))
                .isInstanceOf(Http.NoAnswer.class)
                .hasMessageContaining("GET http://127.0.0.1:");
    }

    @Test
    void whoeverIsSilentHasNotAnsweredWithinTheLimit() {
        server.on("GET", "/silent").neverAnswers();

        assertThatThrownBy(() -> http.within(Duration.ofMillis(100)).get("/silent"))
                .isInstanceOf(Http.NoAnswer.class)
                .hasMessageContaining("timed out");
    }

    @Test
    void anInterruptedCallHasNoAnswerAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> http.get("/any")).isInstanceOf(Http.NoAnswer.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
