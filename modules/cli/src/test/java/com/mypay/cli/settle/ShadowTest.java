package com.mypay.cli.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.Language;
import com.mypay.cli.home.Homes;
import com.mypay.frameworktest.stub.StubServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShadowTest {

    private static final String SHADOW = "/settlement/adm/v1/find/shadow-cycle";

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final StringWriter out = new StringWriter();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsTheDifferenceForEachFranchiseAndInAll() throws IOException {
        String results = "\"now\":{\"netWon\":97500,\"payoutWon\":97500},"
                + "\"proposed\":{\"netWon\":98000,\"payoutWon\":93100}";
        server.on("GET", SHADOW)
                .answers(200, "{" + results + ",\"franchises\":[{\"franchiseId\":2001," + results + "}]}");

        assertThat(run("{\"commissionBasisPoints\":200,\"cycle\":\"DAILY\","
                        + "\"reserve\":{\"basisPoints\":500,\"days\":30},\"commission\":{\"vatBasisPoints\":1000,"
                        + "\"tiers\":[{\"monthlyVolumeWon\":100,\"discountBasisPoints\":20}]}}"))
                .isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines())
                .containsExactly(
                        "  2001: earns 97,500 won, by the proposed terms 98,000 won (500 won);"
                                + " paid 97,500 won, then 93,100 won (-4,400 won)",
                        "2011-12-05: all franchises earn 97,500 won, by the proposed terms 98,000 won (500 won);"
                                + " paid 97,500 won, then 93,100 won (-4,400 won)",
                        "Nothing was changed.");
        assertThat(server.requests().get(0).query())
                .contains("businessDate=2011-12-05")
                .contains("commissionBasisPoints=200")
                .contains("cycle=DAILY")
                .contains("reserveBasisPoints=500")
                .contains("reserveDays=30")
                .contains("vatBasisPoints=1000")
                .contains("tiers=100");
    }

    @Test
    void anEmptyListOfTiersIsSentAsNone() throws IOException {
        server.on("GET", SHADOW)
                .answers(
                        200,
                        "{\"now\":{\"netWon\":0,\"payoutWon\":0},\"proposed\":{\"netWon\":0,\"payoutWon\":0},"
                                + "\"franchises\":[]}");

        assertThat(run("{\"commission\":{\"tiers\":[]}}")).isEqualTo(ExitCode.OK);

        assertThat(server.requests().get(0).query()).endsWith("&tiers=-").doesNotContain("vatBasisPoints");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"hold\":true}                | hold is no term",
                "{\"reserve\":{\"percent\":5}}  | reserve.percent is no term",
                "[1]                            | can't be read as a JSON object",
                "{\"cycle\":                    | can't be read as a JSON object"
            })
    void whatIsNoTermIsRefusedBeforeAnythingIsAsked(String terms, String said) {
        assertThatThrownBy(() -> run(terms)).isInstanceOf(CommandFailure.class).hasMessageContaining(said);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Language.ENGLISH.speak(
                        () -> shadow().run(LocalDate.of(2011, 12, 5), directory.resolve("none.json"))))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("none.json can't be read");
    }

    private int run(String terms) throws IOException {
        Path file = Files.writeString(directory.resolve("terms.json"), terms);
        return Language.ENGLISH.speak(() -> shadow().run(LocalDate.of(2011, 12, 5), file));
    }

    private Shadow shadow() {
        return new Shadow(Homes.in(directory, server.uri().getPort()), new PrintWriter(out));
    }
}
