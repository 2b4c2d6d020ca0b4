package com.mypay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Language;
import com.mypay.cli.Run;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import com.mypay.cli.home.TestClock;
import com.mypay.frameworktest.stub.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each command refuses before it does anything. */
class CommandsTest {

    @TempDir
    private Path directory;

    static Stream<Arguments> refusedDays() {
        return Stream.of(
                Arguments.of(List.of("--clients", "0"), "--clients 0: it is a number from 1 to 64."),
                Arguments.of(List.of("--clients", "65"), "--clients 65: it is a number from 1 to 64."),
                Arguments.of(List.of("--clients", "-1"), "--clients -1: it is a number from 1 to 64."),
                Arguments.of(List.of("--seed", "-1"), "--seed -1: it is a number from 0 to 79999."),
                Arguments.of(List.of("--seed", "80000"), "--seed 80000: it is a number from 0 to 79999."),
                Arguments.of(List.of("--slips", "x.csv"), "--slips needs --date: the day of the file"),
                Arguments.of(List.of("--date", "2011-02-29"), "'2011-02-29' is no date: write it as 2011-12-05."),
                Arguments.of(List.of("--date", "today"), "'today' is no date"),
                Arguments.of(List.of("--date", "20111205"), "'20111205' is no date"),
                Arguments.of(List.of("--port-base", "80"), "--port-base 80: it is a number from 1024"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123456789abcdef0", "S'1", "전표"})
    void explainRefusesWhatIsNoSlip(String slip) {
        Run run = Run.of("explain", slip, "--home", directory.resolve("home").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).startsWith("'" + slip + "' is no slip").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--date 2011-12-05 --verify 2011-12-05",
                "--date 2011-12-05 --shadow 2011-12-05 --terms terms.json",
                "--verify 2011-12-05 --shadow 2011-12-05 --terms terms.json",
                "--shadow 2011-12-05",
                "--terms terms.json"
            })
    void settleDoesOneOfThree(String options) {
        Run run = Run.of(("settle " + options).split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).startsWith("One of three: --date").hasLineCount(1);
    }

    @Test
    void auditKnowsOneWord() {
        Run run = Run.of("audit", "repair");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err())
                .startsWith("'repair' is nothing to audit: write verify.")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @MethodSource("refusedDays")
    void dayRefusesInOneLineAndMakesNothing(List<String> options, String line) {
        Path home = directory.resolve("home");
        List<String> args = Stream.concat(Stream.of("day", "--home", home.toString()), options.stream())
                .toList();

        Run run = Run.of(args.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).startsWith(line).hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(home).doesNotExist();
    }

    @Test
    void dayNamesTheMalformedLinesOfItsFileAndTheDaysThatItHas() throws IOException {
        Path slips = Files.writeString(directory.resolve("slips.csv"), """
            InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536361,A,1,2010-12-01 08:26:00,1,17850,France
            536362,A,x,2010-12-01 08:26:00,1,17850,France
            536363,A,1,2010-12-02 08:26:00,1,,France
            536364,A,1,2010-12-09 08:26:00,1,17850,France
            """);

        Run run = Run.of("day", "--home", home(), "--slips", slips.toString(), "--date", "2011-12-05");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out())
                .contains("line 3 is malformed: Quantity 'x'")
                .contains("2 payments, 0 cancellations")
                .contains("1 lines that are no slips, 1 malformed lines");
        assertThat(run.err())
                .isEqualTo("The file has nothing on 2011-12-05: its days go from 2010-12-01 to 2010-12-09.\n");
    }

    @Test
    void dayRefusesAFileThatIsNotThere() {
        Run run = Run.of("day", "--home", home(), "--slips", directory + "/none", "--date", "2011-12-05");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err())
                .startsWith("The slips file " + directory + "/none can't be read")
                .hasLineCount(1);
    }

    @Test
    void dayIsNotPlayedOnAProductionInstallation() {
        Homes.in(directory.resolve("home"), 12_000, "mypay.profile=production");

        Run run = Run.of("day", "--home", home());

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("has the production profile").hasLineCount(1);
        assertThat(Path.of(home(), "clock")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "status", "doctor", "settle"})
    void whereNothingIsInstalledItIsSaid(String command) {
        String[] args = command.equals("settle")
                ? new String[] {"settle", "--date", "2011-12-05", "--home", home()}
                : new String[] {command, "--home", home()};

        Run run = Run.of(args);

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err())
                .isEqualTo("There is no installation in " + home() + ": `mypay up --home DIR` makes one.\n");
        assertThat(Language.KOREAN.speak(() -> Run.of(args)).err())
                .contains("설치된 MyPay가 없습니다")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "settle"})
    void whatNeedsAServerSaysThatThereIsNone(String command) {
        Homes.in(directory.resolve("home"), Homes.freePort());

        Run run = command.equals("settle")
                ? Run.of("settle", "--date", "2011-12-05", "--home", home())
                : Run.of("doctor", "--home", home());

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).isEqualTo("Nothing runs in " + home() + ": start it with `mypay up`.\n");
    }

    @Test
    void whatNeedsAServerSaysThatItIsNotReady() {
        try (StubServer server = StubServer.start()) {
            server.on("GET", "/health/ready").answers(503, "{\"status\":\"DOWN\",\"checks\":[]}");
            Homes.in(directory.resolve("home"), server.uri().getPort());

            Run run = Run.of("doctor", "--home", home());

            assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).contains("is not ready: `mypay status` shows").hasLineCount(1);
        }
    }

    @Test
    void settleRefusesADateThatHasNotBegun() {
        try (StubServer server = StubServer.start()) {
            server.on("GET", "/health/ready").answers(200, "{}");
            Home home = Homes.in(directory.resolve("home"), server.uri().getPort());
            new TestClock(home, Clock.systemUTC()).moveTo(LocalDate.of(2011, 12, 5), LocalTime.NOON);

            Run run = Run.of("settle", "--date", "2011-12-06", "--home", home());

            assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).isEqualTo("The business date 2011-12-06 has not begun: today is 2011-12-05.\n");
        }
    }

    @Test
    void settleRefusesWhatIsNoDateBeforeItLooksAtAnything() {
        Run run = Run.of("settle", "--date", "5.12.2011", "--home", home());

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).startsWith("'5.12.2011' is no date");
    }

    @Test
    void aSettingOfTheCommandLineIsCheckedLikeOneOfTheFile() {
        Homes.in(directory.resolve("home"), 12_000);

        assertThat(Run.of("down", "--home", home(), "-Dbd=oracle").err()).startsWith("The setting bd in -D is unknown");
        assertThat(Run.of("down", "--home", home(), "-Ddb").err()).startsWith("db= in -D: it is h2 or oracle");
        assertThat(Run.of("down", "--home", home(), "-Ddb=oracle").exitCode()).isZero();
    }

    @Test
    void downWithNothingRunningIsNoFailure() {
        Homes.in(directory.resolve("home"), 12_000);

        Run run = Run.of("down", "--home", home());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("Nothing was running.\n");
    }

    @Test
    void upMakesNoHomeOfPortsThatDoNotExist() {
        Run run = Run.of("up", "--home", home(), "--port-base", "65532");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).startsWith("--port-base 65532").hasLineCount(1);
        assertThat(Path.of(home())).doesNotExist();
    }

    @Test
    void withoutTheScriptAHomeHasToBeNamed() {
        assertThat(Run.of("down")).isEqualTo(new Run(2, "", "Start it with the script `mypay` of the clone.\n"));
    }

    private String home() {
        return directory.resolve("home").toString();
    }

    static Stream<Arguments> unclearSettlements() {
        return Stream.of(
                Arguments.of(List.of(), "What is to be settled?"),
                Arguments.of(List.of("--from", "2011-12-01", "--to", "2011-12-05"), "What is to be settled?"),
                Arguments.of(List.of("--from", "2011-12-01", "--each-day"), "What is to be settled?"),
                Arguments.of(List.of("--date", "2011-12-01", "--each-day"), "What is to be settled?"),
                Arguments.of(
                        List.of("--from", "2011-12-01", "--to", "2011-12-05", "--each-day", "--as-one-cycle"),
                        "What is to be settled?"),
                Arguments.of(
                        List.of("--from", "2011-12-05", "--to", "2011-12-01", "--each-day"),
                        "The range from 2011-12-05 to 2011-12-01 ends before it begins."));
    }

    @ParameterizedTest
    @MethodSource("unclearSettlements")
    void settleWantsOneDateOrARangeAndToKnowHow(List<String> options, String line) {
        List<String> args = Stream.concat(Stream.of("settle", "--home", home()), options.stream())
                .toList();

        Run run = Run.of(args.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).startsWith(line).hasLineCount(1);
    }
}
