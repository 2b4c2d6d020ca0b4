package com.mypay.cli.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Language;
import com.mypay.cli.api.Http;
import com.mypay.cli.home.Homes;
import com.mypay.frameworktest.stub.StubServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecomputeTest {

    private static final String CYCLE = "/settlement/adm/v1/audit/cycle";

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final StringWriter out = new StringWriter();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysThatTheSameCameOutAgain() {
        server.on("GET", CYCLE).answers(200, recomputed(""));

        assertThat(Language.ENGLISH.speak(this::run)).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .isEqualToIgnoringNewLines("2011-12-05 comes out again to the won: 1,281 slips, 7 franchises, net"
                        + " 97,500 won; paid 69,225 won, awaited 0 won, carried over 28,275 won.");
    }

    @Test
    void namesWhatDiffersAndFails() {
        server.on("GET", CYCLE)
                .answers(
                        200,
                        recomputed(
                                "{\"what\":\"LINE\",\"key\":\"s1\",\"recomputed\":\"net 975 won\",\"stored\":\"-\"}"));

        assertThat(Language.ENGLISH.speak(this::run)).isEqualTo(ExitCode.FAILED);
        assertThat(Language.KOREAN.speak(this::run)).isEqualTo(ExitCode.FAILED);

        assertThat(out.toString())
                .contains("  line s1: computed net 975 won, stored -")
                .contains("2011-12-05 does not come out again: 1 differences;")
                .contains("정산 내역 s1: 재계산 net 975 won, 저장된 값 -");
    }

    @Test
    void aRefusalIsToldAsItIs() {
        server.on("GET", CYCLE).answers(409, "{\"code\":\"CYCLE_NOT_CLOSED\"}");

        assertThatThrownBy(this::run).isInstanceOf(Http.Refused.class).hasMessageContaining("CYCLE_NOT_CLOSED");
    }

    private int run() {
        return new Recompute(Homes.in(directory, server.uri().getPort()), new PrintWriter(out))
                .run(LocalDate.of(2011, 12, 5));
    }

    private static String recomputed(String differences) {
        return "{\"lines\":1281,\"settlements\":7,\"netWon\":97500,\"paidWon\":69225,\"awaitedWon\":0,"
                + "\"carriedWon\":28275,\"differences\":[" + differences + "]}";
    }
}
