package com.mypay.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Language;
import com.mypay.cli.Run;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import com.mypay.frameworktest.stub.StubServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {

    private static final String TRACE = "/logs/adm/v1/find/trace";
    private static final String GUIDS = "/logs/adm/v1/find/guids";
    private static final String GUID = "0195c2f0000070008000000000000001";

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final StringWriter out = new StringWriter();
    private Home home;

    @BeforeEach
    void makeAHome() {
        home = Homes.in(directory, server.uri().getPort());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsWhatHappenedAndTheFirstCause() {
        server.on("GET", TRACE).answers(200, failedPayment());

        assertThat(trace().show(GUID)).isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines())
                .containsExactly(
                        GUID + "  begun 2026-03-02 14:00:00.000 in Seoul, 231.0 ms, 2 services",
                        "     +0.0 ms  payment  pay/my-money  REST from member/1001: 422, 231.0 ms",
                        "     +3.0 ms  payment  asks decrease/money  REST at money: 422, 200.0 ms",
                        "     +5.0 ms    money  decrease/money  REST from service/payment: 422, 190.5 ms",
                        "   +100.0 ms    money  * MONEY_CHANGED chargeId=c1 cause=TOP_UP 30,000 won (not confirmed: its server"
                                + " died at that moment)",
                        "   +190.0 ms    money  ! BALANCE_SHORT (REFUSED): too little",
                        "   +230.0 ms  payment  ! PAYMENT_REFUSED (REFUSED): money says no",
                        "First cause: +190.0 ms  money  ! BALANCE_SHORT (REFUSED): too little");
        assertThat(server.requests("GET", TRACE).get(0).header("MyPay-Roles")).isEqualTo("operator");
    }

    @Test
    void tellsItInKorean() {
        server.on("GET", TRACE).answers(200, failedPayment());

        Language.KOREAN.speak(() -> trace().show(GUID));

        assertThat(out.toString())
                .contains("2026-03-02 14:00:00.000 시작(서울), 231.0 ms, 서비스 2개")
                .contains("payment  pay/my-money  REST 수신(member/1001): 422, 231.0 ms")
                .contains("최초 원인: +190.0 ms  money  ! BALANCE_SHORT (REFUSED): too little");
    }

    @Test
    void withoutAnErrorTheCallThatFailedFirstIsTheCause() {
        server.on("GET", TRACE)
                .answers(
                        200,
                        answer(
                                image("00.000", 0, "payment", "pay/my-money", "IN", "500", 90_000),
                                image("00.001", 0, "payment", "decrease/money", "OUT", "NO_ANSWER", 80_000)));

        trace().show(GUID);

        assertThat(out.toString()).contains("First cause: +1.0 ms  payment  asks decrease/money");
    }

    @Test
    void whatWentWellHasNoCause() {
        server.on("GET", TRACE)
                .answers(200, answer(image("00.000", 3, "payment", "pay/my-money", "IN", "200", 90_000)));

        trace().show(GUID);

        assertThat(out.toString())
                .contains("     +0.0 ms  payment  pay/my-money")
                .endsWith("Nothing failed.\n");
    }

    @Test
    void whatNobodyKnowsOfIsAFailure() {
        server.on("GET", TRACE).answers(200, answer());
        server.on("GET", GUIDS).answers(200, "{\"guids\":[]}");

        assertThat(trace().show(GUID)).isEqualTo(ExitCode.FAILED);
        assertThat(trace().showOf("p1")).isEqualTo(ExitCode.FAILED);
        assertThat(trace().showOf(1001, LocalDate.parse("2026-03-02"))).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString())
                .contains("Nothing is known of transaction " + GUID, "that names p1", "0 transactions");
    }

    @Test
    void findsTheTransactionsOfAPaymentAndOfAMember() {
        server.on("GET", TRACE).answers(200, failedPayment());
        server.on("GET", GUIDS).answers(200, "{\"guids\":[\"" + GUID + "\",\"" + GUID + "\"]}");

        assertThat(trace().showOf("p1")).isEqualTo(ExitCode.OK);
        assertThat(server.requests("GET", TRACE)).hasSize(2);
        assertThat(trace().showOf(1001, LocalDate.parse("2026-03-02"))).isEqualTo(ExitCode.OK);
        assertThat(server.requests("GET", TRACE)).hasSize(2);
        assertThat(out.toString()).contains("Member 1001 on 2026-03-02: 2 transactions.");
    }

    @Test
    void oneQuestionAtATime() {
        assertThat(Run.of("trace").err()).contains("What is to be shown?");
        assertThat(Run.of("trace", GUID, "--payment", "p1").err()).contains("What is to be shown?");
        assertThat(Run.of("trace", "--member", "1001").err()).contains("What is to be shown?");
        assertThat(Run.of("trace", "--payment", "p1", "--on", "2026-03-02").err())
                .contains("What is to be shown?");
        assertThat(Run.of("trace", "no-guid").err()).contains("'no-guid' is not an id");
    }

    private Trace trace() {
        return new Trace(home, new PrintWriter(out, true));
    }

    private static String failedPayment() {
        return answer(
                image("00.000", 0, "payment", "pay/my-money", "IN", "422", 231_000),
                image("00.003", 0, "payment", "decrease/money", "OUT", "422", 200_000),
                image("00.005", 1, "money", "decrease/money", "IN", "422", 190_500),
                line("BUSINESS", "00.100", 1, "money", "decrease/money", """
                        "event":"MONEY_CHANGED","references":{"chargeId":"c1"},"details":{"cause":"TOP_UP"},"amountWon":30000,"confirmed":false"""),
                line("ERROR", "00.190", 1, "money", "decrease/money", """
                        "code":"BALANCE_SHORT","problemKind":"REFUSED","message":"too little\""""),
                line("ERROR", "00.230", 0, "payment", "pay/my-money", """
                        "code":"PAYMENT_REFUSED","problemKind":"REFUSED","message":"money says no\""""));
    }

    private static String image(
            String second, int hop, String service, String operation, String direction, String status, long micros) {
        return line("IMAGE", second, hop, service, operation, """
                "direction":"%s","edge":"REST","peer":"money","caller":"%s","status":"%s","durationMicros":%d""".formatted(
                        direction, hop == 0 ? "member/1001" : "service/payment", status, micros));
    }

    private static String line(String kind, String second, int hop, String service, String operation, String own) {
        return """
                {"kind":"%s","at":"2026-03-02T05:00:%sZ","guid":"%s","hop":%d,"service":"%s","operation":"%s",\
                "line":{%s}}""".formatted(kind, second, GUID, hop, service, operation, own);
    }

    private static String answer(String... lines) {
        return "{\"guid\":\"" + GUID + "\",\"lines\":[" + String.join(",", lines) + "]}";
    }
}
