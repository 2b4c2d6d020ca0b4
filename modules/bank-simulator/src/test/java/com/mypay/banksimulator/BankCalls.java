package com.mypay.banksimulator;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls running banks over HTTP, as another system would. */
public final class BankCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    /** A status and a body. */
    public record Answer(int status, String body) {
        public JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        public JsonArray array() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readArray();
            }
        }

        public String result() {
            return json().getString("result");
        }

        public String code() {
            return json().getString("code");
        }
    }

    public BankCalls(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    public Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    public Answer post(String path, String body) throws IOException {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    public Answer put(String path, String body) throws IOException {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    public Answer delete(String path) throws IOException {
        return send(request(path).DELETE());
    }

    /** Gives up after a while, as a caller with a read time-out does. */
    public Answer postWithin(Duration timeout, String path, String body) throws IOException {
        return send(request(path).timeout(timeout).POST(BodyPublishers.ofString(body)));
    }

    public Answer transfer(String id, long amountWon) throws IOException {
        return post("/banks/088/transfers", transferBody(id, amountWon));
    }

    /** From Hana at 088 to Dul at 004. */
    public static String transferBody(String id, long amountWon) {
        return transferBody(id, Long.toString(amountWon), "088", "110123456789", "004", "00412345678");
    }

    public static String transferBody(
            String id, String amountWon, String fromBank, String from, String toBank, String to) {
        return """
                {"transactionId":"%s","transactionDate":"2011-12-05","amountWon":%s,"memo":"마이머니 충전",
                 "from":{"bankCode":"%s","accountNumber":"%s"},"to":{"bankCode":"%s","accountNumber":"%s"}}
                """.formatted(id, amountWon, fromBank, from, toBank, to);
    }

    public Answer inquire(String id) throws IOException {
        return get("/banks/088/transfers/2011-12-05/" + id);
    }

    public void open(String bankCode, String accountNumber, String holderName, long balanceWon) throws IOException {
        Answer answer = post(
                "/sim/accounts",
                "[{\"bankCode\":\"%s\",\"accountNumber\":\"%s\",\"holderName\":\"%s\",\"balanceWon\":%d}]"
                        .formatted(bankCode, accountNumber, holderName, balanceWon));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    public void openHanaAndDul() throws IOException {
        open("088", "110123456789", "김하나", 100_000);
        open("004", "00412345678", "이둘", 0);
    }

    /** Tells bank 088. */
    public void tell(String behaviour) throws IOException {
        Answer answer = put("/sim/banks/088/behaviour", behaviour);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    public long balance(String bankCode, String accountNumber) throws IOException {
        return get("/sim/accounts/" + bankCode + "/" + accountNumber)
                .json()
                .getJsonNumber("balanceWon")
                .longValueExact();
    }

    public JsonObject bill() throws IOException {
        return get("/banks/088/bills/2011-12").json();
    }

    public JsonObject audit() throws IOException {
        return get("/sim/audit").json();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
