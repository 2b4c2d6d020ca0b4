package com.mypay.cli.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.Language;
import com.mypay.cli.api.Http;
import com.mypay.cli.home.Homes;
import com.mypay.frameworktest.stub.StubServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementFileTest {

    private static final String CSV = "/settlement/com/v1/find/statement-csv";
    private static final LocalDate DATE = LocalDate.of(2011, 12, 5);

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final StringWriter out = new StringWriter();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void writesWhatTheServiceAnswersInPlaceOfWhatWasThere() throws IOException {
        Path file = directory.resolve("s.csv");
        Files.writeString(file, "an older and longer statement than this one");
        server.on("GET", CSV).answers(200, "구분\r\n");

        assertThat(Language.ENGLISH.speak(() -> fetch(file))).isEqualTo(ExitCode.OK);

        assertThat(file).hasContent("구분\r\n");
        assertThat(out.toString()).contains("s.csv").contains("8 bytes");
        assertThat(directory.resolve("s.csv.part")).doesNotExist();
        assertThat(server.requests("GET", CSV)).hasSize(1);
    }

    @Test
    void leavesAFileAloneWhereThereIsNoStatement() throws IOException {
        Path file = directory.resolve("s.csv");
        Files.writeString(file, "before");
        server.on("GET", CSV).answers(404, "{\"code\":\"SETTLEMENT_NOT_FOUND\"}");

        assertThat(Language.ENGLISH.speak(() -> fetch(file))).isEqualTo(ExitCode.FAILED);

        assertThat(file).hasContent("before");
        assertThat(out.toString()).contains("Franchise 2001 has no settlement of 2011-12-05.");
    }

    @Test
    void refusesAnotherKindOfFileAndTellsAnotherRefusal() {
        assertThatThrownBy(() -> fetch(directory.resolve("s.xls")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("s.xls");
        server.on("GET", CSV).answers(403, "{\"code\":\"NOT_PERMITTED\"}");
        assertThatThrownBy(() -> fetch(directory.resolve("s.csv")))
                .isInstanceOf(Http.Refused.class)
                .hasMessageContaining("NOT_PERMITTED");
        assertThat(directory.resolve("s.csv.part")).doesNotExist();
    }

    @Test
    void aDirectoryThatIsNotThereIsNamedBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> fetch(directory.resolve("none").resolve("s.csv")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("s.csv");
        assertThat(server.requests("GET", CSV)).isEmpty();
    }

    private int fetch(Path file) {
        return new StatementFile(
                        Homes.in(directory.resolve("home"), server.uri().getPort()), new PrintWriter(out))
                .fetch(2_001, DATE, file);
    }
}
