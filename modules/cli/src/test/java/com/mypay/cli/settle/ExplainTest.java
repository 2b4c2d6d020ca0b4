package com.mypay.cli.settle;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Language;
import com.mypay.cli.home.Homes;
import com.mypay.frameworktest.stub.StubServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {

    private static final String LINE = "/settlement/com/v1/find/settlement-line";

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final StringWriter out = new StringWriter();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysWhyInTheLanguageOfTheReader() {
        server.on("GET", LINE).answers(200, line(true));

        assertThat(Language.ENGLISH.speak(() -> explain().show("S1"))).isEqualTo(ExitCode.OK);
        assertThat(Language.KOREAN.speak(() -> explain().show("S1"))).isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines())
                .containsExactly("A slip.", "For the franchise: 975 won.", "전표입니다.", "가맹점 정산액: 975원.");
        assertThat(server.requests("GET", LINE).get(0).header("MyPay-Roles")).isEqualTo("operator");
    }

    @Test
    void failsForALineThatDoesNotFollowFromItsSlip() {
        server.on("GET", LINE).answers(200, line(false));

        assertThat(explain().show("S1")).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void saysThatNothingIsKnown() {
        server.on("GET", LINE).answers(404, "{\"code\":\"LINE_NOT_FOUND\"}");

        assertThat(Language.ENGLISH.speak(() -> explain().show("S1"))).isEqualTo(ExitCode.FAILED);

        assertThat(out.toString()).contains("Slip S1 is not settled");
    }

    private Explain explain() {
        return new Explain(Homes.in(directory, server.uri().getPort()), new PrintWriter(out));
    }

    private static String line(boolean follows) {
        return "{\"followsFromItsSlip\":" + follows
                + ",\"explanation\":[{\"korean\":\"전표입니다.\",\"english\":\"A slip.\"},"
                + "{\"korean\":\"가맹점 정산액: 975원.\",\"english\":\"For the franchise: 975 won.\"}]}";
    }
}
