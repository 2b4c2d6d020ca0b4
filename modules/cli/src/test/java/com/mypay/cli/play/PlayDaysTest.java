package com.mypay.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import com.mypay.cli.home.TestClock;
import com.mypay.cli.play.Plan.Cancel;
import com.mypay.cli.play.Plan.Day;
import com.mypay.cli.play.Plan.Pay;
import com.mypay.cli.play.Plan.Step;
import com.mypay.frameworktest.stub.StubServer;
import com.mypay.frameworktest.stub.StubServer.Request;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayDaysTest {

    private static final String PAY = "/payment/com/v1/pay/my-money";
    private static final String CANCEL = "/payment/com/v1/cancel/payment";
    private static final String APPROVED = "{\"paymentId\":\"p1\",\"toppedUpWon\":10000}";
    private static final LocalDate DATE = LocalDate.of(2011, 12, 5);

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final StringWriter out = new StringWriter();
    private Home home;
    private TestClock clock;

    @BeforeEach
    void letEverybodySignUp() {
        home = Homes.in(directory, server.uri().getPort());
        clock = new TestClock(home, Clock.systemUTC());
        Parties parties = Parties.of(home, "d1");
        parties.add("member0", 1_001);
        parties.add("shop0", 2_001);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void paysAndCancelsAsThePlanSaysAndCountsIt() {
        server.on("POST", PAY).answers(200, APPROVED);
        server.on("POST", CANCEL).answers(200, "{\"cancelledWon\":400}");

        Tally tally = play(new Day(DATE, List.of(pay("1", 1_000, null), cancel("2", "1", OptionalLong.of(400)))));

        assertThat(tally.payments()).isEqualTo(1);
        assertThat(tally.paidWon()).isEqualTo(1_000);
        assertThat(tally.toppedUpWon()).isEqualTo(10_000);
        assertThat(tally.cancelledWon()).isEqualTo(400);
        assertThat(tally.unexpectedCount()).isZero();
        assertThat(clock.date()).isEqualTo(DATE);
        Request paid = server.requests("POST", PAY).get(0);
        assertThat(paid.header("Idempotency-Key")).isEqualTo("d1-pay-1");
        assertThat(paid.header("MyPay-Caller")).isEqualTo("member/1001");
        assertThat(paid.body())
                .isEqualTo("{\"memberId\":1001,\"franchiseId\":2001,\"amountWon\":1000,\"orderName\":\"order\"}");
        assertThat(server.requests("POST", CANCEL).get(0).body())
                .isEqualTo("{\"paymentId\":\"p1\",\"reason\":\"why\",\"amountWon\":400}");
    }

    @Test
    void aCancellationInFullNamesNoAmount() {
        server.on("POST", PAY).answers(200, APPROVED);
        server.on("POST", CANCEL).answers(200, "{\"cancelledWon\":1000}");

        play(new Day(DATE, List.of(pay("1", 1_000, null), cancel("2", "1", OptionalLong.empty()))));

        assertThat(server.requests("POST", CANCEL).get(0).body())
                .isEqualTo("{\"paymentId\":\"p1\",\"reason\":\"why\"}");
    }

    @Test
    void earlierDaysArePlayedFirstAndAreNotTimed() {
        server.on("POST", PAY).answers(200, APPROVED);

        Tally tally = play(
                new Day(DATE.minusDays(3), List.of(pay("1", 1_000, null))),
                new Day(DATE, List.of(pay("2", 2_000, null))));

        assertThat(server.requests("POST", PAY))
                .extracting(request -> request.header("Idempotency-Key"))
                .containsExactly("d1-pay-1", "d1-pay-2");
        assertThat(tally.payments()).isEqualTo(2);
        assertThat(out.toString())
                .contains("earlier payments and cancellations: 1 of 1")
                .contains("payments and cancellations of 2011-12-05: 1 of 1");
    }

    @Test
    void aPlannedRefusalIsAsItShouldBe() {
        server.on("POST", PAY).answers(422, "{\"code\":\"NO_LINKED_ACCOUNT\"}");

        Tally tally = play(new Day(DATE, List.of(pay("1", 1_000, "NO_LINKED_ACCOUNT"))));

        assertThat(tally.refusals()).isEqualTo(Map.of("NO_LINKED_ACCOUNT", 1));
        assertThat(tally.unexpectedCount()).isZero();
        assertThat(tally.payments()).isZero();
    }

    @Test
    void whatEndsOtherwiseThanPlannedIsUnexpected() {
        server.on("POST", PAY)
                .answers(422, "{\"code\":\"FRANCHISE_NOT_FOUND\"}")
                .answers(200, APPROVED)
                .answers(422, "{\"code\":\"MEMBER_NOT_ACTIVE\"}");

        Tally tally = play(new Day(
                DATE,
                List.of(
                        pay("1", 1_000, null),
                        pay("2", 1_000, "NO_LINKED_ACCOUNT"),
                        pay("3", 1_000, "NO_LINKED_ACCOUNT"),
                        cancel("4", "1", OptionalLong.empty()))));

        assertThat(tally.unexpected())
                .containsExactly(
                        "1: 422 {\"code\":\"FRANCHISE_NOT_FOUND\"}",
                        "2: 200 " + APPROVED,
                        "3: 422 {\"code\":\"MEMBER_NOT_ACTIVE\"}",
                        "4: its payment was not approved");
        assertThat(server.requests("POST", CANCEL)).isEmpty();
    }

    private Tally play(Day... days) {
        Plan plan = new Plan("d1", DATE, DATE, List.of(), List.of(), List.of(days), Plan.Remittances.NONE);
        Parties parties = Parties.of(home, "d1");
        return new PlayDays(home, plan, parties, clock, 2, new PrintWriter(out, true)).play();
    }

    private static Step pay(String key, long won, @Nullable String refusal) {
        return new Pay(key, "member0", "shop0", won, "order", Optional.ofNullable(refusal));
    }

    private static Step cancel(String key, String paymentKey, OptionalLong won) {
        return new Cancel(key, "member0", paymentKey, won, "why", Optional.empty());
    }
}
