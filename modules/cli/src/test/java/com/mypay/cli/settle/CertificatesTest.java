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

class CertificatesTest {

    private static final String AUDIT = "/settlement/adm/v1/audit/certificates";
    private static final String HASH = "0123456789abcdef".repeat(4);

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final StringWriter out = new StringWriter();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysThatNothingHasChangedAndTheLastHash() {
        server.on("GET", AUDIT).answers(200, verified("", ""));

        assertThat(Language.ENGLISH.speak(this::verify)).isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines())
                .containsExactly(
                        "The last certificate is number 2: " + HASH, "All as certified: 2 cycles, 1,281 rows.");
        assertThat(server.requests("GET", AUDIT).get(0).header("MyPay-Roles")).isEqualTo("operator");
    }

    @Test
    void namesWhatHasChangedAndFails() {
        server.on("GET", AUDIT)
                .answers(
                        200,
                        verified(
                                "",
                                "{\"businessDate\":\"2011-12-05\",\"cycleId\":\"c1\",\"row\":\"LINE\",\"key\":\"2001:s1\","
                                        + "\"damage\":\"CHANGED\"}"));

        assertThat(Language.ENGLISH.speak(this::verify)).isEqualTo(ExitCode.FAILED);
        assertThat(Language.KOREAN.speak(this::verify)).isEqualTo(ExitCode.FAILED);

        assertThat(out.toString())
                .contains("  2011-12-05: line (or its slip) 2001:s1 was changed (cycle c1)")
                .contains("1 rows are not as they were certified; compared 2 cycles, 1,281 rows.")
                .contains("정산 내역(또는 전표) 2001:s1 변경됨");
    }

    @Test
    void goesOnUntilTheEnd() {
        server.on("GET", AUDIT)
                .answers(200, verified("\"next\":2,\"nextSeal\":7,", ""))
                .answers(200, verified("", ""));

        assertThat(Language.ENGLISH.speak(this::verify)).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("All as certified: 4 cycles, 2,562 rows.");
        assertThat(server.requests("GET", AUDIT))
                .extracting(StubServer.Request::query)
                .containsExactly("after=0&afterSeal=0", "after=2&afterSeal=7");
    }

    private int verify() {
        return new Certificates(Homes.in(directory, server.uri().getPort()), new PrintWriter(out)).verify();
    }

    private static String verified(String next, String found) {
        return "{\"certificates\":2,\"rows\":1281,\"lastNumber\":2,\"lastHash\":\"" + HASH + "\"," + next
                + "\"found\":[" + found + "]}";
    }
}
