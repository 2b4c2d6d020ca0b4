package com.mypay.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.cli.Language;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import com.mypay.cli.settle.Cycle;
import com.mypay.cli.settle.Cycles;
import com.mypay.frameworktest.stub.StubServer;
import com.mypay.frameworktest.stub.StubServer.Request;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final String ADM = "/settlement/adm/v1/";

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final StringWriter out = new StringWriter();
    private final Plan plan = SmallDay.of(1, LocalDate.of(2011, 12, 5));
    private Home home;

    @BeforeEach
    void letEverybodySignUp() {
        home = Homes.in(directory, server.uri().getPort());
        Parties parties = Parties.of(home, plan.tag());
        for (int i = 0; i < plan.shops().size(); i++) {
            parties.add(plan.shops().get(i).key(), 2_000 + i);
        }
        server.on("GET", ADM + "find/settlements")
                .answers(
                        200,
                        "{\"items\":[" + settlement(2_000, "PAYOUT") + "," + settlement(2_001, "PAYOUT") + ","
                                + settlement(2_002, "PAYOUT") + "," + settlement(2_003, "CARRIED")
                                + "],\"nextCursor\":\"a+b/c\"}")
                .answers(
                        200,
                        "{\"items\":[" + settlement(2_004, "NOTHING_DUE") + "," + settlement(2_005, "CARRIED") + ","
                                + settlement(2_006, null) + "," + settlement(99, "PAYOUT") + "]}");
        server.on("GET", ADM + "find/payouts")
                .answers(
                        200,
                        "{\"items\":[" + payout(2_000, "COMPLETED") + "," + payout(2_001, "IN_DOUBT") + ","
                                + payout(2_002, "REFUSED") + "," + payout(99, "REQUESTED") + "]}");
        server.on("GET", ADM + "find/carry-overs")
                .answers(
                        200,
                        "{\"items\":[" + carryOver("c1", 2_002, "REFUSED") + ","
                                + carryOver("c1", 2_003, "UNDER_MINIMUM") + "," + carryOver("c0", 2_000, "NEGATIVE")
                                + "]}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsWhatBecameOfEachFranchise() {
        print(Language.ENGLISH);

        assertThat(out.toString().lines().map(String::strip))
                .contains(
                        "노노치킨: 10,000, 1,000, 200, 8,800; 8,800 won - paid out",
                        "새벽빵집: 10,000, 1,000, 200, 8,800; 8,800 won - payout in doubt: the bank is being asked",
                        "한강문구: 10,000, 1,000, 200, 8,800; 8,800 won - carried over: the bank refused",
                        "바다횟집: 10,000, 1,000, 200, 8,800; 8,800 won - carried over: under its minimum",
                        "별다방: 10,000, 1,000, 200, 8,800; 8,800 won - nothing is due",
                        "초록마트: 10,000, 1,000, 200, 8,800; 8,800 won - carried over, and taken by a later cycle",
                        "푸른약국: 10,000, 1,000, 200, 8,800; 8,800 won - not decided yet",
                        "99: 10,000, 1,000, 200, 8,800; 8,800 won - payout asked of the bank, no answer yet");
    }

    @Test
    void readsAllPages() {
        print(Language.ENGLISH);

        assertThat(server.requests("GET", ADM + "find/settlements"))
                .extracting(Request::query)
                .containsExactly("cycleId=c1&limit=1000", "cycleId=c1&limit=1000&cursor=a+b/c");
    }

    @Test
    void tellsWhatWasPaidAndWhatTheCycleCameTo() {
        Tally tally = print(Language.ENGLISH);

        assertThat(tally.payments()).isEqualTo(2);
        assertThat(out.toString())
                .contains("=== Business date 2011-12-05 ===")
                .containsPattern("Payments +2, 3,000 won")
                .containsPattern("To members +1, 5,000 won")
                .containsPattern("To accounts +1, 7,000 won")
                .containsPattern("Fees +500 won of remittances")
                .containsPattern("Top-ups +1, 10,000 won")
                .containsPattern("Refused +NO_LINKED_ACCOUNT: 3")
                .containsPattern("gross +101,854,367 won")
                .containsPattern("commission +2,096,652 won")
                .containsPattern("net +98,978,015 won")
                .containsPattern("Paid out +1,407 franchises, 99,059,534 won")
                .containsPattern("Carried over +6 franchises, -81,519 won");
    }

    @Test
    void tellsItInKoreanToo() {
        print(Language.KOREAN);

        assertThat(out.toString())
                .contains("=== 영업일 2011-12-05 ===")
                .containsPattern("결제 +2건, 3,000원")
                .containsPattern("회원 송금 +1건, 5,000원")
                .containsPattern("계좌 송금 +1건, 7,000원")
                .containsPattern("송금 수수료 +500원")
                .containsPattern("순액 +98,978,015원")
                .contains("노노치킨: 10,000, 1,000, 200, 8,800; 8,800원 - 지급됨")
                .contains("바다횟집: 10,000, 1,000, 200, 8,800; 8,800원 - 이월: 최소 지급액 미만");
    }

    private Tally print(Language language) {
        Tally tally = new Tally();
        tally.paid(1_000, 0);
        tally.paid(2_000, 10_000);
        tally.sent(false, 5_000, 0, 0);
        tally.sent(true, 7_000, 500, 0);
        for (int i = 0; i < 3; i++) {
            tally.refused("NO_LINKED_ACCOUNT");
        }
        return language.speak(() -> {
            new Report(home, plan, new PrintWriter(out, true)).print(tally, new Cycle(Cycles.closed()));
            return tally;
        });
    }

    private static String settlement(long franchise, @Nullable String outcome) {
        return "{\"franchiseId\":" + franchise + ",\"grossWon\":10000,\"cancelledWon\":1000,\"commissionWon\":200,"
                + "\"netWon\":8800,\"payableWon\":8800" + (outcome == null ? "" : ",\"outcome\":\"" + outcome + "\"")
                + "}";
    }

    private static String payout(long franchise, String status) {
        return "{\"franchiseId\":" + franchise + ",\"status\":\"" + status + "\"}";
    }

    private static String carryOver(String cycle, long franchise, String reason) {
        return "{\"cycleId\":\"" + cycle + "\",\"franchiseId\":" + franchise + ",\"reason\":\"" + reason + "\"}";
    }
}
