package com.mypay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class MyPayTest {

    private static final List<String> COMMANDS = List.of(
            "up",
            "down",
            "status",
            "day",
            "import-slips",
            "settle",
            "batch",
            "explain",
            "statement",
            "audit",
            "accounting",
            "trace",
            "doctor");

    static Stream<Arguments> wrongLines() {
        return Stream.of(
                Arguments.of(List.of("setle"), "'setle' is unknown. Did you mean: settle?", "mypay --help"),
                Arguments.of(List.of("xyz"), "'xyz' is unknown.", "mypay --help"),
                Arguments.of(List.of("up", "now"), "'now' is unknown.", "mypay up --help"),
                Arguments.of(List.of("up", "--hoem", "x"), "'--hoem' is unknown. Did you mean: --home", "mypay up"),
                Arguments.of(List.of("settle", "--from"), "--from DATE is missing.", "mypay settle --help"),
                Arguments.of(List.of("settle", "--date"), "--date DATE is missing.", "mypay settle --help"),
                Arguments.of(List.of("up", "--home"), "--home DIR is missing.", "mypay up --help"),
                Arguments.of(List.of("up", "--home", "a", "--home", "b"), "--home stands there twice.", "mypay up"),
                Arguments.of(
                        List.of("up", "--port-base", "many"),
                        "'many' is no value for --port-base PORT.",
                        "mypay up --help"),
                Arguments.of(List.of("day", "--clients", "4.5"), "'4.5' is no value for --clients N.", "mypay day"),
                Arguments.of(List.of("day", "--seed", "1e9"), "'1e9' is no value for --seed N.", "mypay day"),
                Arguments.of(List.of("--"), "The command is missing.", "mypay --help"));
    }

    @ParameterizedTest
    @MethodSource("wrongLines")
    void saysInOneLineWhatIsWrongAndInAnotherHowToSeeWhatIsRight(List<String> args, String wrong, String help) {
        Run run = Run.of(args.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).isEmpty();
        List<String> lines = run.err().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith(wrong);
        assertThat(lines.get(1)).contains(help);
    }

    @Test
    void saysItInKoreanToo() {
        Run run = Language.KOREAN.speak(() -> Run.of("settle", "--date"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).isEqualTo("--date DATE이(가) 필요합니다.\n`mypay settle --help`로 사용법을 볼 수 있습니다.\n");
    }

    @Test
    void withoutAnyWordItShowsWhatThereIs() {
        Run run = Run.of();

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("Usage: mypay").contains(COMMANDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void tellsItsVersion(String option) {
        Run run = Run.of(option);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("MyPay");
        assertThat(Run.of("day", option)).isEqualTo(run);
    }

    @ParameterizedTest
    @EnumSource
    void helpOfEachCommandExplainsTheCommandAndEachOption(Language language) {
        for (String command : COMMANDS) {
            Run run = language.speak(() -> Run.of(command, "--help"));
            assertThat(run.exitCode()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("mypay " + command).contains("--home=DIR");
        }
        CommandLine line = language.speak(MyPay::commandLine);
        assertThat(undescribed(line)).isEmpty();
        line.getSubcommands()
                .values()
                .forEach(sub -> assertThat(undescribed(sub)).isEmpty());
    }

    /** What has no description. */
    private static List<String> undescribed(CommandLine line) {
        Stream<String> options = line.getCommandSpec().options().stream()
                .filter(option -> option.description().length == 0)
                .map(OptionSpec::longestName);
        Stream<String> command = line.getCommandSpec().usageMessage().description().length == 0
                ? Stream.of(line.getCommandName())
                : Stream.empty();
        return Stream.concat(command, options).toList();
    }

    @Test
    void helpIsInTheLanguageOfWhoAsks() {
        assertThat(Language.ENGLISH.speak(() -> Run.of("down", "--help")).out()).contains("Stop everything");
        assertThat(Language.KOREAN.speak(() -> Run.of("down", "--help")).out())
                .contains("사용법: mypay down")
                .contains("모두 중지합니다.")
                .contains("이 도움말을 표시합니다.");
        assertThat(Language.KOREAN.speak(() -> Run.of("--help")).out())
                .contains("명령:")
                .contains("모든 서비스와 은행의 불변식을 점검합니다.");
    }
}
