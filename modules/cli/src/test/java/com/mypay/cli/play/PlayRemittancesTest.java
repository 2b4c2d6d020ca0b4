package com.mypay.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import com.mypay.cli.play.Plan.Send;
import com.mypay.frameworktest.stub.StubServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayRemittancesTest {

    private static final String COM = "/remittance/com/v1/";
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
    private static final String CONFIRMED = "{\"confirmationToken\":\"t1\"}";
    private static final String ACCEPTED = "{\"remittanceId\":\"r1\",\"status\":\"PREPARING\"}";
    private static final String SUCCEEDED =
            "{\"remittanceId\":\"r1\",\"status\":\"SUCCEEDED\",\"feeWon\":500,\"toppedUpWon\":10000}";

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final StringWriter out = new StringWriter();
    private Home home;

    @BeforeEach
    void letEverybodySignUp() {
        home = Homes.in(directory, server.uri().getPort());
        Parties parties = Parties.of(home, "d1");
        parties.add("member0", 1_001);
        parties.add("member1", 1_002);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void confirmsRequestsAndFollowsToTheEnd() {
        server.on("POST", COM + "confirm/payee").answers(201, CONFIRMED);
        server.on("POST", COM + "request/remittance").answers(202, ACCEPTED);
        server.on("GET", COM + "find/remittance")
                .answers(200, "{\"remittanceId\":\"r1\",\"status\":\"PREPARING\"}")
                .answers(200, SUCCEEDED);

        Tally tally = play(send("a", "member1", null));

        assertThat(tally.sentToMembers()).isEqualTo(1);
        assertThat(tally.sentToMembersWon()).isEqualTo(7_000);
        assertThat(tally.sentToAccounts()).isZero();
        assertThat(tally.remittanceFeesWon()).isEqualTo(500);
        assertThat(tally.toppedUpWon()).isEqualTo(10_000);
        assertThat(tally.unexpected()).isEmpty();
        var confirmed = server.requests("POST", COM + "confirm/payee").get(0);
        assertThat(confirmed.body()).isEqualTo("{\"memberId\":1001,\"payeeMemberId\":1002}");
        assertThat(confirmed.header("Idempotency-Key")).isEqualTo("d1-confirm-a");
        assertThat(confirmed.header("MyPay-Caller")).isEqualTo("member/1001");
        var requested = server.requests("POST", COM + "request/remittance").get(0);
        assertThat(requested.body())
                .isEqualTo("{\"memberId\":1001,\"confirmationToken\":\"t1\",\"amountWon\":7000,\"memo\":\"memo\"}");
        assertThat(requested.header("Idempotency-Key")).isEqualTo("d1-remit-a");
        assertThat(server.requests("GET", COM + "find/remittance").get(0).query())
                .isEqualTo("remittanceId=r1");
        assertThat(out.toString()).contains("remittances of 2026-03-02: 1 of 1");
    }

    @Test
    void whatFailsForThePlannedReasonIsCountedByIt() {
        server.on("POST", COM + "confirm/payee").answers(201, CONFIRMED);
        server.on("POST", COM + "request/remittance").answers(202, ACCEPTED);
        server.on("GET", COM + "find/remittance").answers(200, failed("NO_LINKED_ACCOUNT"));

        Tally tally = play(send("a", "member1", "NO_LINKED_ACCOUNT"));

        assertThat(tally.refusals()).isEqualTo(Map.of("NO_LINKED_ACCOUNT", 1));
        assertThat(tally.sentToMembers()).isZero();
        assertThat(tally.unexpected()).isEmpty();
    }

    @Test
    void whatIsRefusedAtOnceIsNotFollowed() {
        server.on("POST", COM + "confirm/payee")
                .answers(404, "{\"code\":\"PAYEE_NOT_FOUND\"}")
                .answers(201, CONFIRMED);
        server.on("POST", COM + "request/remittance").answers(422, "{\"code\":\"LIMIT_PER_CALL\"}");

        Tally tally = play(send("a", null, "PAYEE_NOT_FOUND"), send("b", "member1", "LIMIT_PER_CALL"));

        assertThat(tally.refusals()).isEqualTo(Map.of("PAYEE_NOT_FOUND", 1, "LIMIT_PER_CALL", 1));
        assertThat(tally.unexpected()).isEmpty();
        assertThat(server.requests("GET", COM + "find/remittance")).isEmpty();
    }

    @Test
    void whateverEndsOtherwiseThanPlannedIsNamed() {
        server.on("POST", COM + "confirm/payee").answers(201, CONFIRMED);
        server.on("POST", COM + "request/remittance").answers(202, ACCEPTED);
        server.on("GET", COM + "find/remittance")
                .answers(200, failed("INSUFFICIENT_FUNDS"))
                .answers(200, failed("INSUFFICIENT_FUNDS"))
                .answers(200, SUCCEEDED);

        Tally tally = play(
                send("a", "member1", null),
                send("b", "member1", "NO_LINKED_ACCOUNT"),
                send("c", "member1", "NO_LINKED_ACCOUNT"));

        assertThat(tally.unexpected())
                .containsExactly(
                        "a: " + failed("INSUFFICIENT_FUNDS"), "b: " + failed("INSUFFICIENT_FUNDS"), "c: " + SUCCEEDED);
    }

    private Tally play(Send... sends) {
        Plan plan = new Plan(
                "d1", DATE, DATE, List.of(), List.of(), List.of(), new Plan.Remittances(List.of(), List.of(sends)));
        Tally tally = new Tally();
        new PlayRemittances(home, plan, Parties.of(home, "d1"), 2, new PrintWriter(out, true)).play(tally);
        return tally;
    }

    private static Send send(String key, @Nullable String toPerson, @Nullable String refusal) {
        return new Send(key, "member0", toPerson, null, 7_000, "memo", Optional.ofNullable(refusal));
    }

    private static String failed(String reason) {
        return "{\"remittanceId\":\"r1\",\"status\":\"FAILED\",\"reason\":{\"code\":\"" + reason + "\"}}";
    }
}
