package com.mypay.cli.remit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.Language;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import com.mypay.frameworktest.stub.StubServer;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemitTest {

    private static final String COM = "/remittance/com/v1/";
    private static final String CONFIRM = COM + "confirm/payee";
    private static final String REQUEST = COM + "request/remittance";
    private static final String FIND = COM + "find/remittance";
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final Remit.Wish TO_MEMBER = new Remit.Wish(new Payee.Member(1_002), 30_000, "dinner");
    private static final Remit.Wish TO_ACCOUNT = new Remit.Wish(new Payee.Account("088", "110123456789"), 30_000, "");

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final StringWriter out = new StringWriter();
    private Home home;

    @BeforeEach
    void letTheServiceAnswer() {
        home = Homes.in(directory, server.uri().getPort());
        server.on("POST", CONFIRM)
                .answers(
                        201,
                        "{\"confirmationToken\":\"t1\",\"payeeKind\":\"ACCOUNT\",\"payeeName\":\"김하늘\","
                                + "\"bankName\":\"신한은행\",\"maskedNumber\":\"110-***-**6789\"}");
        server.on("GET", COM + "find/remittance-fees")
                .answers(
                        200,
                        "{\"fees\":[{\"payeeKind\":\"MEMBER\",\"amountFromWon\":1,\"feeWon\":0},"
                                + "{\"payeeKind\":\"ACCOUNT\",\"amountFromWon\":100000,\"feeWon\":900},"
                                + "{\"payeeKind\":\"ACCOUNT\",\"amountFromWon\":30000,\"feeWon\":700},"
                                + "{\"payeeKind\":\"ACCOUNT\",\"amountFromWon\":1,\"feeWon\":500}]}");
    }

    private void letItSucceed() {
        server.on("POST", REQUEST).answers(202, "{\"remittanceId\":\"" + ID + "\",\"status\":\"PREPARING\"}");
        server.on("GET", FIND).answers(200, found("SUCCEEDED", "", requested(), succeeded()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsWhoGetsWhatAndSendsOnceThatIsConfirmed() {
        letItSucceed();

        assertThat(send(TO_ACCOUNT, "y\n")).isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines().map(String::strip))
                .containsExactly(
                        "To       김하늘, 신한은행 110-***-**6789",
                        "Amount   30,000 won + fee 700 won = 30,700 won",
                        "Send it? [y/N] Accepted: remittance " + ID,
                        "12:00:01.500  accepted",
                        "12:00:02.750  succeeded",
                        "Succeeded: 김하늘 has 30,000 won; fee 700 won.");
        assertThat(server.requests("POST", CONFIRM).get(0).body())
                .isEqualTo("{\"memberId\":1001,\"bankCode\":\"088\",\"accountNumber\":\"110123456789\"}");
        assertThat(server.requests("POST", REQUEST).get(0).body())
                .isEqualTo("{\"memberId\":1001,\"confirmationToken\":\"t1\",\"amountWon\":30000}");
    }

    @Test
    void speaksKorean() {
        letItSucceed();

        Language.KOREAN.speak(() -> send(TO_ACCOUNT, "예\n"));

        assertThat(out.toString())
                .contains("받는 이   김하늘, 신한은행 110-***-**6789")
                .contains("보내시겠습니까? [y/N]")
                .contains("성공: 김하늘님이 30,000원을 받았습니다. 수수료 700원.");
        assertThat(server.requests("POST", CONFIRM).get(0).header("Accept-Language"))
                .isEqualTo("ko");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n\n", "", "\n", "later\n"})
    void sendsNothingThatIsNotConfirmed(String answer) {
        assertRefused(() -> send(TO_MEMBER, answer), "Not confirmed: nothing was sent.");
        assertThat(server.requests("POST", REQUEST)).isEmpty();
    }

    @Test
    void doesNotAskIfItIsToldNotTo() {
        letItSucceed();

        assertThat(remit(Duration.ofSeconds(10)).send(TO_MEMBER, Optional.empty()))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).doesNotContain("Send it?");
        assertThat(server.requests("POST", REQUEST).get(0).body()).contains("\"memo\":\"dinner\"");
    }

    @Test
    void tellsEachStepOnceAndWhyItFailed() {
        server.on("GET", FIND).answers(200, found("PREPARING", "", requested(), step("PREPARING", "HOLD", "")));
        String steps = String.join(
                ",",
                requested(),
                step("PREPARING", "HOLD", ""),
                step("PREPARING", "TOP_UP", ""),
                step("SENT", "FIRMBANKING", ""),
                step("IN_DOUBT", "FIRMBANKING", "NO_ANSWER"),
                step("IN_DOUBT", "RELEASE", "ACCOUNT_CLOSED"),
                step("FAILED", "", "ACCOUNT_CLOSED"));
        server.on("GET", FIND)
                .answers(
                        200,
                        found(
                                "FAILED",
                                ",\"reason\":{\"code\":\"ACCOUNT_CLOSED\",\"korean\":\"해지된 계좌입니다.\","
                                        + "\"english\":\"The account is closed.\"}",
                                steps));

        assertThat(follow()).isEqualTo(ExitCode.REMITTANCE_FAILED);

        assertThat(out.toString()).containsOnlyOnce("money is asked to set it aside");
        assertThat(out.toString())
                .contains("the linked account is charged")
                .contains("the bank has not answered: it is being asked: NO_ANSWER")
                .contains("what was set aside is given back: ACCOUNT_CLOSED")
                .endsWith("Failed: The account is closed. (ACCOUNT_CLOSED) The sender has the money.\n");
    }

    @Test
    void oneThatIsCancelledHasNoReason() {
        server.on("GET", FIND).answers(200, found("CANCELLED", "", requested(), step("CANCELLED", "", "")));

        assertThat(follow()).isEqualTo(ExitCode.REMITTANCE_FAILED);
        assertThat(out.toString()).endsWith("Cancelled: the sender has the money.\n");
    }

    @Test
    void whatHasNotEndedGoesOnByItself() {
        server.on("GET", FIND).answers(200, found("PREPARING", "", requested(), step("PREPARING", "TRANSFER", "")));

        assertThat(remit(Duration.ZERO).follow(ID)).isEqualTo(ExitCode.REMITTANCE_OPEN);
        assertThat(out.toString())
                .endsWith("Not ended yet; it goes on by itself. Look again with --follow " + ID + "\n");
    }

    @Test
    void whatTheServiceRefusesIsToldInItsWords() {
        server.on("POST", REQUEST)
                .answers(422, "{\"title\":\"Too much.\",\"code\":\"LIMIT_PER_CALL\",\"next\":\"Send less.\"}");
        assertRefused(() -> send(TO_MEMBER, "y\n"), "Too much. (LIMIT_PER_CALL) Send less.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "088", "088:", "88:110123456789", "088:11012x456789", "088 110123456789", ":1"})
    void anAccountThatIsNoneIsRefused(String text) {
        assertRefused(() -> Payee.Account.parse(text), "'" + text + "' is no account");
    }

    @Test
    void anAccountMayBeWrittenWithHyphens() {
        assertThat(Payee.Account.parse("088:110-123-456789")).isEqualTo(new Payee.Account("088", "110123456789"));
    }

    private int send(Remit.Wish wish, String answer) {
        Reader answers = new StringReader(answer);
        return remit(Duration.ofSeconds(10)).send(wish, Optional.of(answers));
    }

    private int follow() {
        return remit(Duration.ofSeconds(10)).follow(ID);
    }

    private Remit remit(Duration patience) {
        return new Remit(home, 1_001, patience, new PrintWriter(out, true));
    }

    private static String found(String status, String more, String... steps) {
        return "{\"remittanceId\":\"" + ID + "\",\"status\":\"" + status + "\",\"amountWon\":30000,\"feeWon\":700,"
                + "\"payee\":{\"name\":\"김하늘\"},\"steps\":[" + String.join(",", steps) + "]" + more + "}";
    }

    private static String requested() {
        return "{\"status\":\"REQUESTED\",\"at\":\"2026-03-02T03:00:01.500Z\"}";
    }

    private static String succeeded() {
        return "{\"status\":\"SUCCEEDED\",\"at\":\"2026-03-02T03:00:02.750Z\"}";
    }

    private static String step(String status, String step, String reason) {
        return "{\"status\":\"" + status + "\"" + (step.isEmpty() ? "" : ",\"step\":\"" + step + "\"")
                + (reason.isEmpty() ? "" : ",\"reasonCode\":\"" + reason + "\"")
                + ",\"at\":\"2026-03-02T03:00:03Z\"}";
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String line) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED))
                .hasMessageContaining(line);
    }
}
