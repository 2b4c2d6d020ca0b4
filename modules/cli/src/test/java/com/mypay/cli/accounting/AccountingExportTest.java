package com.mypay.cli.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountingExportTest {

    private static final LocalDate DATE = LocalDate.parse("2026-03-02");
    private static final String JOURNAL = "/money/adm/v1/find/journal";
    private static final String BALANCE = "/money/adm/v1/find/trial-balance";
    private static final String STATEMENTS = "/banking/adm/v1/find/reconciliations";

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final StringWriter out = new StringWriter();

    @AfterEach
    void stop() {
        server.close();
    }

    /** A payment of 30,000 won, by a member that had 100,000. */
    private void aDay(long cashWon) {
        aDay(cashWon, 30_000);
    }

    /** @param debitWon what the trial balance says that the member has paid */
    private void aDay(long cashWon, long debitWon) {
        server.on("GET", JOURNAL)
                .answers(
                        200,
                        "{\"lines\":[" + line(1, "MEMBER", "\"memberId\":1001,", -30_000) + ","
                                + line(2, "PAYMENT_CLEARING", "", 30_000) + "]}");
        server.on("GET", BALANCE)
                .answers(
                        200,
                        "{\"accounts\":["
                                + account("CORPORATE_CASH", -cashWon, 0, 0, -cashWon, 0) + ","
                                + account("MEMBER", 100_000, debitWon, 0, 100_000 - debitWon, 1) + ","
                                + account("PAYMENT_CLEARING", 0, 0, 30_000, 30_000, 1) + "]}");
        server.on("GET", STATEMENTS)
                .answers(
                        200,
                        "{\"reconciliations\":[{\"accountId\":\"" + "a".repeat(32) + "\",\"closingWon\":100000}]}");
    }

    private static String line(int number, String account, String member, long won) {
        return "{\"entryId\":\"" + "e".repeat(32) + "\",\"lineNumber\":" + number
                + ",\"bookedAt\":\"2026-03-02T01:02:03Z\",\"cause\":\"PAYMENT\",\"reference\":\"p,1\",\"account\":\""
                + account + "\"," + member + "\"amountWon\":" + won + "}";
    }

    private static String account(String name, long opening, long debit, long credit, long closing, int lines) {
        return "{\"account\":\"" + name + "\",\"openingWon\":" + opening + ",\"debitWon\":" + debit + ",\"creditWon\":"
                + credit + ",\"closingWon\":" + closing + ",\"lines\":" + lines + "}";
    }

    private int export(Path to) {
        return new AccountingExport(Homes.in(directory, server.uri().getPort()), new PrintWriter(out)).export(DATE, to);
    }

    private List<String> written(String file) throws IOException {
        return Files.readAllLines(directory.resolve("out").resolve(file));
    }

    @Test
    void bothFormsOfEachFileHaveTheSameLinesAndEndWithTheirTotals() throws IOException {
        aDay(100_000);
        assertThat(export(directory.resolve("out"))).isEqualTo(ExitCode.OK);
        assertThat(written("journal-2026-03-02.csv"))
                .containsExactly(
                        "entryId,line,bookedAt,cause,reference,account,memberId,debitWon,creditWon",
                        "e".repeat(32) + ",1,2026-03-02T01:02:03Z,PAYMENT,\"p,1\",MEMBER,1001,30000,0",
                        "e".repeat(32) + ",2,2026-03-02T01:02:03Z,PAYMENT,\"p,1\",PAYMENT_CLEARING,,0,30000",
                        "TOTAL,0,,,2,,,30000,30000");
        List<String> fixed = written("journal-2026-03-02.txt");
        assertThat(fixed).hasSize(3).allSatisfy(line -> assertThat(line).hasSize(223));
        assertThat(fixed.get(0)).endsWith("+000000000000030000+000000000000000000");
        assertThat(written("trial-balance-2026-03-02.csv"))
                .endsWith("PAYMENT_CLEARING,0,0,30000,30000,1", "TOTAL,0,30000,30000,0,2");
        assertThat(written("trial-balance-2026-03-02.txt").get(0))
                .startsWith("CORPORATE_CASH      -000000000000100000");
        assertThat(written("safeguarding-2026-03-02.csv"))
                .containsExactly(
                        "item,won",
                        "owed MEMBER,70000",
                        "owed PAYMENT_CLEARING,30000",
                        "owed,100000",
                        "cash by the ledger,100000",
                        "bank aaaaaaaaaaaa,100000",
                        "surplus,0");
    }

    @Test
    void theSameDateGivesTheSameFiles() throws IOException {
        aDay(100_000);
        export(directory.resolve("out"));
        byte[] first = Files.readAllBytes(directory.resolve("out").resolve("journal-2026-03-02.txt"));
        export(directory.resolve("out"));
        assertThat(directory.resolve("out").resolve("journal-2026-03-02.txt")).hasBinaryContent(first);
    }

    @Test
    void lessThanIsOwedNeedsALook() {
        aDay(99_999);
        assertThat(Language.ENGLISH.speak(() -> export(directory.resolve("out"))))
                .isEqualTo(ExitCode.COMPLETED_WITH_ITEMS);
        assertThat(out.toString()).contains("short of what is owed: -1 won");
    }

    @Test
    void sumsThatDifferMakeNoFile() throws IOException {
        aDay(100_000, 29_999);
        CommandFailure failure = catchThrowableOfType(CommandFailure.class, () -> export(directory.resolve("out")));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED_FOR_GOOD);
        assertNothingIn(directory.resolve("out"));
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamedAndNothingIsHalfDone() throws IOException {
        aDay(100_000);
        Path occupied = Files.writeString(directory.resolve("occupied"), "a file");
        CommandFailure failure = catchThrowableOfType(CommandFailure.class, () -> export(occupied));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED_RESTARTABLE);
        assertThat(failure).hasMessageContaining(occupied.toString());

        Files.createDirectories(directory.resolve("out").resolve("trial-balance-2026-03-02.txt.part"));
        CommandFailure halfway = catchThrowableOfType(CommandFailure.class, () -> export(directory.resolve("out")));
        assertThat(halfway.exitCode()).isEqualTo(ExitCode.FAILED_RESTARTABLE);
        Files.delete(directory.resolve("out").resolve("trial-balance-2026-03-02.txt.part"));
        assertNothingIn(directory.resolve("out"));
    }

    private static void assertNothingIn(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aDateThatIsNotOverIsRefused() {
        server.on("GET", JOURNAL).answers(422, "{\"code\":\"DATE_NOT_OVER\"}");
        CommandFailure failure = catchThrowableOfType(CommandFailure.class, () -> export(directory.resolve("out")));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void whatIsWiderThanItsColumnIsNeverCutOff() {
        Layout layout = Layout.of(Layout.text("name", 6), Layout.number("won", 4));
        assertThat(layout.fixed("가나", -12)).isEqualTo("가나-012");
        assertThat(layout.fixed("가", 123)).isEqualTo("가   +123");
        assertThatThrownBy(() -> layout.fixed("가나다", 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> layout.fixed("a", 1_234)).isInstanceOf(IllegalStateException.class);
        assertThat(layout.csv("say \"hi\"", 1)).isEqualTo("\"say \"\"hi\"\"\",1");
    }
}
