package com.mypay.banksimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.banksimulator.BankCalls.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract over real HTTP, on a test clock that stands near 2011-12-05. Each test has banks of its own, and spends
 * most of its time waiting for them to open and close their books: several at a time.
 */
@Execution(ExecutionMode.CONCURRENT)
class BankSimulatorTest {
    @TempDir
    private Path directory;

    private BankSimulator simulator;
    private BankCalls banks;

    @BeforeEach
    void start() throws IOException, SQLException {
        Path clock = directory.resolve("clock");
        long offsetMillis = Instant.parse("2011-12-05T03:00:00Z").toEpochMilli() - System.currentTimeMillis();
        Files.writeString(clock, offsetMillis + "\n");
        simulator = BankSimulator.start(new Arguments(directory.resolve("bank"), 0, Optional.of(clock)));
        banks = new BankCalls(simulator.port());
        banks.openHanaAndDul();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void listsTheBanksAndWhetherTheyAreUp() throws IOException {
        banks.tell("{\"mode\":\"DOWN\"}");

        List<JsonObject> all = banks.get("/banks").array().getValuesAs(JsonObject.class);
        assertThat(all)
                .extracting(bank -> bank.getString("bankCode"))
                .contains("004", "088", "020", "081", "011", "090", "092")
                .isSorted();
        assertThat(all).allSatisfy(bank -> {
            assertThat(bank.getString("nameKo")).isNotBlank();
            assertThat(bank.getString("nameEn")).isNotBlank();
            assertThat(bank.getBoolean("up"))
                    .isEqualTo(!bank.getString("bankCode").equals("088"));
        });
    }

    @Test
    void tellsTheFactsOfAnAccountButNotItsBalance() throws IOException {
        Answer open = banks.get("/banks/088/accounts/110-123-456789");
        assertThat(open.json())
                .containsEntry("bankCode", jakarta.json.Json.createValue("088"))
                .containsEntry("accountNumber", jakarta.json.Json.createValue("110123456789"))
                .containsEntry("holderName", jakarta.json.Json.createValue("김하나"))
                .containsEntry("status", jakarta.json.Json.createValue("OPEN"))
                .containsEntry("openedOn", jakarta.json.Json.createValue("2011-12-05"))
                .containsEntry("taxStatus", jakarta.json.Json.createValue("TAXABLE"))
                .doesNotContainKeys("balanceWon", "closedOn");

        banks.put("/sim/accounts/088/110123456789", "{\"status\":\"CLOSED\"}");
        JsonObject closed = banks.get("/banks/088/accounts/110123456789").json();
        assertThat(closed.getString("status")).isEqualTo("CLOSED");
        assertThat(closed.getString("closedOn")).isEqualTo("2011-12-05");
    }

    @Test
    void tellsTheBalance() throws IOException {
        JsonObject balance =
                banks.get("/banks/088/accounts/110123456789/balance").json();
        assertThat(balance.getInt("balanceWon")).isEqualTo(100_000);
        assertThat(balance.getString("at")).startsWith("2011-12-05T03:0");
    }

    @Test
    void executesATransferOnceAndAnswersItsInquiry() throws IOException {
        Answer first = banks.transfer("t1", 30_000);
        Answer second = banks.transfer("t1", 30_000);

        assertThat(first.result()).isEqualTo("COMPLETED");
        assertThat(first.json().getString("completedAt")).startsWith("2011-12-05T03:0");
        assertThat(second).isEqualTo(first);
        assertThat(banks.balance("088", "110123456789")).isEqualTo(70_000);
        assertThat(banks.balance("004", "00412345678")).isEqualTo(30_000);
        JsonObject inquired = banks.inquire("t1").json();
        assertThat(inquired).containsAllEntriesOf(first.json());
        assertThat(inquired.getInt("amountWon")).isEqualTo(30_000);
        assertThat(banks.inquire("t2").json())
                .containsOnlyKeys("transactionId", "transactionDate", "result")
                .containsEntry("result", jakarta.json.Json.createValue("NOT_RECEIVED"));
        assertBill(2, 1, 800);
    }

    @Test
    void refusedTransferIsAnAnswer() throws IOException {
        JsonObject refused = banks.transfer("t1", 100_001).json();

        assertThat(refused.getString("result")).isEqualTo("REFUSED");
        assertThat(refused.getString("reasonCode")).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(refused.getString("reason")).contains("잔액", "funds");
        banks.open("088", "110123456780", "박셋", 1_000_000);
        banks.put("/sim/banks/088", "{\"transferLimitWon\":50000}");
        assertThat(banks.transfer("t2", 50_001).json().getString("reasonCode")).isEqualTo("LIMIT_EXCEEDED");
        assertThat(banks.balance("004", "00412345678")).isZero();
        assertBill(2, 0, 800);
    }

    @Test
    void feeIsThatOfTheMomentOfTheCall() throws IOException {
        banks.transfer("t1", 1);
        banks.put("/sim/banks/088", "{\"feePerCallWon\":150}");
        banks.transfer("t2", 1);

        JsonObject bill = banks.bill();
        assertThat(bill.getInt("feePerCallWon")).isEqualTo(150);
        assertThat(bill.getInt("totalWon")).isEqualTo(550);
        assertThat(bill.getInt("completedWon")).isEqualTo(550);
        assertThat(bill.getJsonArray("days")).hasSize(1);
        assertThat(banks.get("/banks/088/bills/2011-11").json().getInt("calls")).isZero();
    }

    @Test
    void verificationDepositsOneWonThatTheHolderSees() throws IOException {
        String body = "{\"transactionId\":\"v1\",\"accountNumber\":\"110123456789\",\"memo\":\"마이페이 4711\"}";
        Answer first = banks.post("/banks/088/verifications", body);
        Answer second = banks.post("/banks/088/verifications", body);

        assertThat(first.result()).isEqualTo("COMPLETED");
        assertThat(second).isEqualTo(first);
        List<JsonObject> deposits = banks.get("/sim/accounts/088/110123456789/deposits")
                .json()
                .getJsonArray("deposits")
                .getValuesAs(JsonObject.class);
        assertThat(deposits).hasSize(1);
        assertThat(deposits.get(0).getInt("amountWon")).isEqualTo(1);
        assertThat(deposits.get(0).getString("memo")).isEqualTo("마이페이 4711");
        assertThat(banks.inquire("v1").result()).isEqualTo("COMPLETED");
        assertBill(0, 0, 0);
        assertThat(banks.post(
                                "/banks/088/verifications",
                                body.replace("v1", "v2").replace("110123456789", "999999"))
                        .json()
                        .getString("reasonCode"))
                .isEqualTo("NO_ACCOUNT");
    }

    @Test
    void statementComesInPagesInTheOrderOfBooking() throws IOException {
        for (int i = 1; i <= 5; i++) {
            banks.transfer("t" + i, i);
        }

        JsonObject first = banks.get("/banks/088/statements/2011-12-05?accountNumber=110123456789&limit=3")
                .json();
        JsonObject second = banks.get("/banks/088/statements/2011-12-05?accountNumber=110123456789&limit=3&cursor="
                        + first.getString("nextCursor"))
                .json();
        assertThat(rows(first, "transactionId")).containsExactly("t1", "t2", "t3");
        assertThat(rows(second, "transactionId")).containsExactly("t4", "t5");
        assertThat(second).doesNotContainKey("nextCursor");
        JsonObject last = second.getJsonArray("rows").getJsonObject(1);
        assertThat(last.getString("direction")).isEqualTo("DEBIT");
        assertThat(last.getInt("amountWon")).isEqualTo(5);
        assertThat(last.getInt("balanceAfterWon")).isEqualTo(100_000 - 15);
        assertThat(last.getJsonObject("counterparty").getString("holderName")).isEqualTo("이둘");
        assertThat(last.getString("at")).startsWith("2011-12-05T03:0");
        assertThat(rows(banks.get("/banks/004/statements/2011-12-05").json(), "direction"))
                .hasSize(5)
                .containsOnly("CREDIT");
        assertThat(rows(banks.get("/banks/088/statements/2011-12-06").json(), "direction"))
                .isEmpty();
    }

    @Test
    void slowBankExecutesAtOnceAndAnswersAfterTheDelay() throws IOException {
        banks.tell("{\"mode\":\"SLOW\",\"delayMillis\":300,\"nextCalls\":1}");

        long start = System.nanoTime();
        assertThat(banks.transfer("t1", 1).result()).isEqualTo("COMPLETED");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));

        banks.tell("{\"mode\":\"SLOW\",\"delayMillis\":60000,\"nextCalls\":1}");
        assertThatThrownBy(() -> banks.postWithin(
                        Duration.ofMillis(500), "/banks/088/transfers", BankCalls.transferBody("t2", 1)))
                .isInstanceOf(IOException.class);
        assertThat(banks.inquire("t2").result()).isEqualTo("COMPLETED");
        assertThat(banks.transfer("t3", 1).result()).isEqualTo("COMPLETED");
    }

    @Test
    void silentBankExecutesAndDropsTheConnection() throws IOException {
        banks.tell("{\"mode\":\"SILENT\",\"delayMillis\":50,\"nextCalls\":1}");

        assertThatThrownBy(() -> banks.transfer("t1", 1)).isInstanceOf(IOException.class);
        assertThat(banks.inquire("t1").result()).isEqualTo("COMPLETED");
        assertBill(1, 1, 400);
    }

    @Test
    void lostInstructionIsNotReceivedAndNotBilledAndCanBeSentAgain() throws IOException {
        banks.tell("{\"mode\":\"LOST\",\"delayMillis\":50,\"nextCalls\":1}");

        assertThatThrownBy(() -> banks.transfer("t1", 1)).isInstanceOf(IOException.class);
        assertThat(banks.inquire("t1").result()).isEqualTo("NOT_RECEIVED");
        assertBill(0, 0, 0);
        assertThat(banks.transfer("t1", 1).result()).isEqualTo("COMPLETED");
        assertBill(1, 1, 400);
    }

    @Test
    void lateBankIsInProgressUntilItExecutes() throws IOException {
        banks.tell("{\"mode\":\"LATE\",\"delayMillis\":4000,\"nextCalls\":1}");

        assertThatThrownBy(() -> banks.postWithin(
                        Duration.ofMillis(500), "/banks/088/transfers", BankCalls.transferBody("t1", 1)))
                .isInstanceOf(IOException.class);
        assertThat(banks.inquire("t1").result()).isEqualTo("IN_PROGRESS");
        assertThat(banks.transfer("t1", 1).result()).isEqualTo("IN_PROGRESS");
        assertThat(banks.balance("088", "110123456789")).isEqualTo(100_000);
        awaitResult("t1", "COMPLETED");
        assertThat(banks.balance("088", "110123456789")).isEqualTo(99_999);
        assertBill(2, 1, 800);
    }

    @Test
    void whatALateBankHasTakenInIsExecutedAfterARestart() throws IOException, SQLException {
        banks.tell("{\"mode\":\"LATE\",\"delayMillis\":600000,\"nextCalls\":1}");
        assertThatThrownBy(() -> banks.postWithin(
                        Duration.ofMillis(500), "/banks/088/transfers", BankCalls.transferBody("t1", 1)))
                .isInstanceOf(IOException.class);

        simulator.close();
        start();

        assertThat(banks.inquire("t1").result()).isEqualTo("COMPLETED");
        assertThat(banks.balance("088", "110123456789")).isEqualTo(99_999);
    }

    @Test
    void doubledCallMovesMoneyOnceAndIsBilledOnce() throws IOException {
        banks.tell("{\"mode\":\"TWICE\",\"nextCalls\":1}");

        assertThat(banks.transfer("t1", 1).result()).isEqualTo("COMPLETED");
        banks.transfer("t2", 1);
        assertThat(banks.balance("088", "110123456789")).isEqualTo(99_998);
        assertBill(2, 2, 800);
    }

    @Test
    void toldToRefuseRefusesForGood() throws IOException {
        banks.tell("{\"mode\":\"REFUSE\",\"reason\":\"점검 중\",\"nextCalls\":1}");

        JsonObject refused = banks.transfer("t1", 1).json();
        assertThat(refused.getString("reasonCode")).isEqualTo("BANK_REFUSED");
        assertThat(refused.getString("reason")).isEqualTo("점검 중");
        assertThat(banks.transfer("t1", 1).result()).isEqualTo("REFUSED");
        assertThat(banks.balance("088", "110123456789")).isEqualTo(100_000);
    }

    @Test
    void bankThatIsDownAnswers503ToEverythingAndTakesNothingIn() throws IOException {
        banks.tell("{\"mode\":\"DOWN\"}");

        for (Answer answer : List.of(
                banks.transfer("t1", 1),
                banks.inquire("t1"),
                banks.get("/banks/088/accounts/110123456789"),
                banks.get("/banks/088/statements/2011-12-05"),
                banks.get("/banks/088/bills/2011-12"))) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("BANK_DOWN");
        }
        banks.tell("{\"mode\":\"NORMAL\"}");
        assertThat(banks.inquire("t1").result()).isEqualTo("NOT_RECEIVED");
    }

    @Test
    void queriesMisbehaveTooWhenTold() throws IOException {
        banks.tell("{\"mode\":\"SILENT\",\"appliesTo\":\"EVERYTHING\",\"delayMillis\":0}");

        assertThatThrownBy(() -> banks.inquire("t1")).isInstanceOf(IOException.class);
        banks.tell("{\"mode\":\"NORMAL\"}");
        assertThat(banks.inquire("t1").result()).isEqualTo("NOT_RECEIVED");
    }

    @Test
    void tellsHowItIsToldToBehave() throws IOException {
        banks.tell("{\"mode\":\"LOST\",\"nextCalls\":2,\"probabilityPercent\":50,\"seed\":7,\"delayMillis\":0}");

        JsonObject told = banks.get("/sim/banks/088/behaviour").json();
        assertThat(told.getString("mode")).isEqualTo("LOST");
        assertThat(told.getInt("nextCalls")).isEqualTo(2);
        assertThat(told.getInt("probabilityPercent")).isEqualTo(50);
        assertThat(told.getInt("seed")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "\"x\"", "{}", "{\"transactionId\":\"t1\",\"transactionId\":\"t2\"}"})
    void bodyThatIsNoTransferIsMalformed(String body) throws IOException {
        assertMalformed(banks.post("/banks/088/transfers", body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "10000000001",
                "1.0",
                "1e3",
                "99999999999999999999",
                "1e999999999",
                "\"5\"",
                "null",
                "true"
            })
    void amountThatIsNoWholeWonInItsRangeIsMalformed(String amount) throws IOException {
        assertMalformed(banks.post(
                "/banks/088/transfers",
                BankCalls.transferBody("t1", amount, "088", "110123456789", "004", "00412345678")));
    }

    @Test
    void largestAmountIsUnderstood() throws IOException {
        assertThat(banks.transfer("t1", 10_000_000_000L).json().getString("reasonCode"))
                .isEqualTo("INSUFFICIENT_FUNDS");
    }

    @Test
    void otherMalformedTransfersChangeNothing() throws IOException {
        String good = BankCalls.transferBody("t1", 1);
        assertMalformed(banks.post("/banks/088/transfers", good.replace("\"t1\"", "\"t 1\"")));
        assertMalformed(banks.post("/banks/088/transfers", good.replace("\"t1\"", "\"" + "x".repeat(65) + "\"")));
        assertMalformed(banks.post("/banks/088/transfers", good.replace("2011-12-05", "2011-02-30")));
        assertMalformed(banks.post("/banks/088/transfers", good.replace("마이머니 충전", "m".repeat(101))));
        assertMalformed(banks.post("/banks/088/transfers", good.replace("마이머니 충전", "a\\u0000b")));
        assertMalformed(banks.post("/banks/088/transfers", good.replace("\"memo\"", "\"note\"")));
        assertMalformed(banks.post("/banks/088/transfers", good.replace("00412345678", "12")));
        assertMalformed(banks.post("/banks/088/transfers", good.replace("\"004\"", "\"4\"")));
        assertMalformed(banks.post("/banks/004/transfers", good));
        assertMalformed(banks.post(
                "/banks/088/transfers",
                BankCalls.transferBody("t1", "1", "088", "110123456789", "088", "110123456789")));
        assertThat(banks.inquire("t1").result()).isEqualTo("NOT_RECEIVED");
        assertBill(0, 0, 0);
    }

    @Test
    void malformedQueriesAreRefused() throws IOException {
        assertMalformed(banks.get("/banks/088/transfers/yesterday/t1"));
        assertMalformed(banks.get("/banks/088/statements/2011-12-05?limit=0"));
        assertMalformed(banks.get("/banks/088/statements/2011-12-05?limit=1001"));
        assertMalformed(banks.get("/banks/088/statements/2011-12-05?limit=x"));
        assertMalformed(banks.get("/banks/088/statements/2011-12-05?cursor=-1"));
        assertMalformed(banks.get("/banks/088/statements/2011-12-05?account=110123456789"));
        assertMalformed(banks.get("/banks/088/bills/2011"));
        assertMalformed(banks.get("/banks/088/bills/%2B999999999-12"));
        assertMalformed(banks.get("/banks/088/statements/%2B999999999-12-31"));
        assertMalformed(banks.get("/banks/088/statements/0000-01-01"));
        assertMalformed(banks.put("/sim/banks/088/behaviour", "{\"mode\":\"MOODY\"}"));
        assertMalformed(banks.put("/sim/banks/088/behaviour", "{\"mode\":\"SLOW\",\"delayMillis\":600001}"));
        assertMalformed(banks.put("/sim/banks/088/behaviour", "{\"mode\":\"SLOW\",\"nextCalls\":0}"));
        assertMalformed(banks.put("/sim/banks/088/behaviour", "{\"mode\":\"SLOW\",\"probabilityPercent\":101}"));
        assertMalformed(banks.put("/sim/banks/088", "{\"feePerCallWon\":-1}"));
        assertMalformed(banks.put("/sim/accounts/088/110123456789", "{\"status\":\"LOST\"}"));
    }

    @Test
    void eachProblemHasItsStatusAndCode() throws IOException {
        banks.transfer("t1", 1);
        assertProblem(banks.transfer("t1", 2), 409, "TRANSACTION_ID_REUSED");
        assertProblem(banks.get("/nowhere"), 404, "UNKNOWN_PATH");
        assertProblem(banks.get("/banks/999/statements/2011-12-05"), 404, "UNKNOWN_BANK");
        assertProblem(
                banks.post(
                        "/banks/999/transfers",
                        BankCalls.transferBody("t1", "1", "999", "110123456789", "004", "00412345678")),
                404,
                "UNKNOWN_BANK");
        assertProblem(banks.get("/banks/088/accounts/999999"), 404, "UNKNOWN_ACCOUNT");
        assertProblem(banks.delete("/banks"), 405, "METHOD_NOT_ALLOWED");
        assertProblem(banks.post("/banks/088/transfers", " ".repeat(65 * 1024)), 413, "BODY_TOO_LARGE");
        Answer differs = banks.post(
                "/sim/accounts",
                "[{\"bankCode\":\"088\",\"accountNumber\":\"110123456789\",\"holderName\":\"다른 사람\",\"balanceWon\":1}]");
        assertProblem(differs, 409, "ACCOUNT_DIFFERS");
        assertThat(differs.body()).contains("6789").doesNotContain("110123456789");
        Files.writeString(directory.resolve("clock"), "not a number");
        assertProblem(banks.transfer("t2", 1), 500, "INTERNAL");
    }

    @Test
    void accountsAreOpenedAllOrNoneAndCanBeSentAgain() throws IOException {
        String one = "{\"bankCode\":\"090\",\"accountNumber\":\"333300000001\",\"holderName\":\"최넷\",\"balanceWon\":7,"
                + "\"taxStatus\":\"TAX_FREE\",\"openedOn\":\"2010-01-02\"}";
        assertThat(banks.post("/sim/accounts", "[" + one + "]").json().getInt("opened"))
                .isEqualTo(1);
        assertThat(banks.post("/sim/accounts", "[" + one + "," + one + "]")
                        .json()
                        .getInt("unchanged"))
                .isEqualTo(2);
        String two = one.replace("000001", "000002");
        assertThat(banks.post("/sim/accounts", "[" + two + "," + one.replace(":7", ":8") + "]")
                        .status())
                .isEqualTo(409);
        assertThat(banks.post("/sim/accounts", "[" + two + "," + two.replace("\"090\"", "\"999\"") + "]")
                        .status())
                .isEqualTo(404);
        assertMalformed(banks.post("/sim/accounts", "[" + two.replace(":7", ":-7") + "]"));
        assertMalformed(banks.post("/sim/accounts", one));
        assertThat(banks.get("/banks/090/accounts/333300000002").status()).isEqualTo(404);
        assertThat(banks.get("/banks/090/accounts/333300000001").json().getString("taxStatus"))
                .isEqualTo("TAX_FREE");

        JsonObject first = banks.get("/sim/accounts?limit=2").json();
        JsonObject second = banks.get("/sim/accounts?limit=2&cursor=" + first.getString("nextCursor"))
                .json();
        assertThat(first.getJsonArray("accounts")).hasSize(2);
        assertThat(second.getJsonArray("accounts").getJsonObject(0).getString("accountNumber"))
                .isEqualTo("333300000001");
    }

    @Test
    void isHealthyAndDescribesItselfCompletely() throws IOException {
        assertThat(banks.get("/health").json().getString("status")).isEqualTo("UP");
        Answer yaml = banks.get("/openapi.yaml");
        assertThat(yaml.status()).isEqualTo(200);
        assertThat(OpenApiText.operations(yaml.body())).containsExactlyInAnyOrderElementsOf(simulator.operations());
    }

    private void awaitResult(String id, String result) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!banks.inquire(id).result().equals(result)) {
            assertThat(System.nanoTime()).as("still not " + result).isLessThan(deadline);
        }
    }

    private void assertBill(int calls, int executions, int totalWon) throws IOException {
        JsonObject bill = banks.bill();
        assertThat(bill.getInt("calls")).isEqualTo(calls);
        assertThat(bill.getInt("executions")).isEqualTo(executions);
        assertThat(bill.getInt("totalWon")).isEqualTo(totalWon);
    }

    private static void assertMalformed(Answer answer) {
        assertProblem(answer, 400, "MALFORMED_REQUEST");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().getInt("status")).isEqualTo(status);
        assertThat(answer.json().getString("detail")).isNotBlank();
    }

    private static List<String> rows(JsonObject page, String field) {
        return page.getJsonArray("rows").stream()
                .map(JsonValue::asJsonObject)
                .map(row -> row.getString(field))
                .toList();
    }
}
