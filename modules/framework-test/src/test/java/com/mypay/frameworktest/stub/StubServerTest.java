package com.mypay.frameworktest.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.frameworktest.stub.StubServer.Request;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StubServerTest {
    private final StubServer stub = StubServer.start();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void aGoodAnswerAndARefusalComeInTheOrderTold() throws Exception {
        stub.on("POST", "/transfer").answers(200, "{\"ok\":true}").answers(422, "{\"code\":\"LIMIT_EXCEEDED\"}");
        assertThat(post("/transfer?day=5", "{\"amountWon\":100}").body()).isEqualTo("{\"ok\":true}");
        HttpResponse<String> refusal = post("/transfer", "{}");
        assertThat(refusal.statusCode()).isEqualTo(422);
        assertThat(refusal.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(post("/transfer", "{}").statusCode()).isEqualTo(422);
        Request first = stub.requests("POST", "/transfer").get(0);
        assertThat(first.body()).isEqualTo("{\"amountWon\":100}");
        assertThat(first.query()).isEqualTo("day=5");
        assertThat(first.header("MyPay-Hop")).isEqualTo("2");
        assertThat(first.header("MyPay-Guid")).isNull();
    }

    @Test
    void whatWasNotToldIsNotFound() throws Exception {
        assertThat(post("/unheard-of", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void silenceEndsByTheCallersTimeOut() {
        stub.on("POST", "/transfer").neverAnswers();
        assertThatThrownBy(() -> post("/transfer", "{}")).isInstanceOf(HttpTimeoutException.class);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void aLateAnswerComesWhenTheTestSaysSo() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        stub.on("POST", "/transfer").answersAfter(late, 200, "{}");
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                request(stub.uri(), "/transfer", "{}", Duration.ofSeconds(20)), BodyHandlers.ofString());
        assertThat(answer).isNotDone();
        late.countDown();
        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void aConnectionMayBeClosedWithoutAnAnswer() {
        stub.on("POST", "/transfer").hangsUp();
        assertThatThrownBy(() -> post("/transfer", "{}"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(ConnectException.class);
        assertThat(stub.requests()).isNotEmpty();
    }

    @Test
    void anAnswerMayBreakOff() {
        stub.on("POST", "/transfer").breaksOff("{\"status\":");
        assertThatThrownBy(() -> post("/transfer", "{}")).isInstanceOf(IOException.class);
    }

    @Test
    void nobodyRefusesTheConnection() {
        URI nobody = StubServer.nobody();
        assertThatThrownBy(() ->
                        client.send(request(nobody, "/transfer", "{}", Duration.ofSeconds(5)), BodyHandlers.ofString()))
                .isInstanceOf(ConnectException.class);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(request(stub.uri(), path, body, Duration.ofMillis(500)), BodyHandlers.ofString());
    }

    private static HttpRequest request(URI base, String path, String body, Duration timeout) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("MyPay-Hop", "2")
                .timeout(timeout)
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
