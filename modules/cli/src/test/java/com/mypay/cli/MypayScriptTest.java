package com.mypay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code mypay} in a clone whose Java and Maven only say what they were asked. */
@Timeout(60)
class MypayScriptTest {

    private static final List<String> TOOLS = List.of(
            "bash",
            "sh",
            "sed",
            "find",
            "head",
            "dirname",
            "readlink",
            "mkdir",
            "touch",
            "grep",
            "tail",
            "flock",
            "sleep");

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new LinkedHashMap<>();
    private Path clone;
    private Path bin;

    private record Result(int exitCode, String out, String err) {}

    @BeforeEach
    void makeAClone() throws IOException {
        assumeTrue(File.separatorChar == '/', "the script is for Unix");
        clone = Files.createDirectories(directory.resolve("a clone's [home]")).toRealPath();
        Path script = Files.copy(Path.of("..", "..", "mypay"), clone.resolve("mypay"));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String part :
                List.of("modules/cli/src/main", "batch-jobs", "ear", "liberty-config", "shared-db-schemas")) {
            Files.createDirectories(clone.resolve(part));
        }
        Files.writeString(clone.resolve("pom.xml"), "");
        Files.writeString(clone.resolve("modules/cli/src/main/A.java"), "");
        // Only what the script uses: what isn't in bin isn't there
        bin = Files.createDirectories(directory.resolve("bin"));
        for (String tool : TOOLS) {
            find(tool).ifPresent(path -> link(bin.resolve(tool), path));
        }
        tool("java", """
                case "$*" in
                  *-version*) echo "    java.specification.version = ${FAKE_JAVA:-17}" >&2 ;;
                  *) printf '<%s>' "$@" ;;
                esac
                """);
        tool("javac", "");
        tool("mvn", """
                echo "[INFO] Downloaded from central: https://repo/x/runtime-26.zip (374 MB at 10 MB/s)"
                echo "[INFO] Downloaded from central: https://repo/x/small.jar (37 kB at 10 MB/s)"
                echo "[INFO] Building MyPay framework 1.0.0-SNAPSHOT                     [2/16]"
                echo "[INFO] compiling"
                if [ -n "${FAKE_FAILURE:-}" ]; then echo "[ERROR] $FAKE_FAILURE"; exit 1; fi
                if [ -n "${FAKE_SLOW:-}" ]; then echo $$ > "$FAKE_SLOW"; sleep 55; fi
                mkdir -p modules/cli/target ear/target liberty-config/target/liberty/wlp/bin
                touch modules/cli/target/cli.jar ear/target/mypay.ear
                printf '#!/bin/sh\\n' > liberty-config/target/liberty/wlp/bin/server
                chmod +x liberty-config/target/liberty/wlp/bin/server
                """);
        find("chmod").ifPresent(path -> link(bin.resolve("chmod"), path));
        environment.put("PATH", bin.toString());
        environment.put("LANG", "en_US.UTF-8");
    }

    @Test
    void buildsWhatIsNotBuiltShowsHowFarItIsAndRunsTheCommand() throws Exception {
        Result result = mypay("day", "--home", "a b");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .startsWith("Building MyPay, which takes some minutes; the whole log is " + clone
                        + "/target/build.log\n" + "  runtime-26.zip 374 MB\n  MyPay framework [2/16]\n<-Xmx256m>")
                .contains("<-Dmypay.root=" + clone + ">")
                .endsWith("<day><--home><a b>");
        assertThat(clone.resolve("target/build.log")).content().contains("[INFO] compiling");
    }

    @Test
    void whatIsBuiltIsNotBuiltAgain() throws Exception {
        mypay("day");

        assertThat(mypay("day").out()).doesNotContain("Building").endsWith("<day>");
    }

    @Test
    void aChangedAnAddedAndADeletedSourceAreBuilt() throws Exception {
        mypay("day");
        Path source = clone.resolve("modules/cli/src/main/A.java");
        Path added = clone.resolve("modules/cli/src/main/B.java");

        letTimePass();
        Files.writeString(source, "class A {}");
        assertThat(mypay("day").out()).contains("Building");
        letTimePass();
        Files.writeString(added, "class B {}");
        assertThat(mypay("day").out()).contains("Building");
        letTimePass();
        Files.delete(added);
        assertThat(mypay("day").out()).contains("Building");
        letTimePass();
        assertThat(mypay("day").out()).doesNotContain("Building");
    }

    @Test
    void whoStartsNothingGetsWhatIsBuilt() throws Exception {
        assertThat(mypay("down").out()).contains("Building");
        letTimePass();
        Files.writeString(clone.resolve("modules/cli/src/main/A.java"), "class A {}");

        for (String command : List.of("down", "status", "settle", "doctor")) {
            assertThat(mypay(command).out()).doesNotContain("Building").endsWith("<" + command + ">");
        }
        assertThat(mypay("up").out()).contains("Building");
    }

    @Test
    void testsAndResultsOfTheBuildAreNoSources() throws Exception {
        mypay("day");
        letTimePass();
        for (String file : List.of("modules/cli/src/test/T.java", "modules/cli/target/src/main/C.java", "README.md")) {
            Files.createDirectories(clone.resolve(file).getParent());
            Files.writeString(clone.resolve(file), "");
        }

        assertThat(mypay("day").out()).doesNotContain("Building");
    }

    @Test
    void aFailedBuildShowsWhy() throws Exception {
        environment.put("FAKE_FAILURE", "A.java: ';' expected");

        Result result = mypay("day");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).doesNotContain("<day>");
        assertThat(result.err())
                .isEqualTo("[ERROR] A.java: ';' expected\nThe build failed: " + clone + "/target/build.log\n");
    }

    @Test
    void aWrongOrMissingJavaIsOneLine() throws Exception {
        environment.put("FAKE_JAVA", "1.8");
        assertRefused(mypay("day"), "java: Java 1.8 doesn't do; MyPay runs on JDK 17 or newer. Set JAVA_HOME to one.");
        environment.put("FAKE_JAVA", "16");
        assertRefused(mypay("day"), "java: Java 16 doesn't do");
        environment.put("FAKE_JAVA", "");
        tool("java", "exit 1");
        assertRefused(mypay("day"), "java: Java ? doesn't do");
        environment.put("JAVA_HOME", "/nowhere");
        assertRefused(mypay("day"), "There is no Java in JAVA_HOME (/nowhere)");
        environment.remove("JAVA_HOME");
        Files.delete(bin.resolve("java"));
        assertRefused(mypay("day"), "No Java found: install a JDK 17 or newer");
    }

    @Test
    void javaHomeGoesBeforeThePath() throws Exception {
        Path home = directory.resolve("jdk 25");
        Files.createDirectories(home.resolve("bin"));
        Files.move(bin.resolve("java"), home.resolve("bin/java"));
        Files.move(bin.resolve("javac"), home.resolve("bin/javac"));
        environment.put("JAVA_HOME", home.toString());
        environment.put("FAKE_JAVA", "25");

        assertThat(mypay("day").out()).endsWith("<day>");
    }

    @Test
    void withoutMavenOrACompilerNothingIsBuilt() throws Exception {
        Files.delete(bin.resolve("javac"));
        assertRefused(mypay("day"), "There is no compiler (javac) beside java");
        Files.delete(bin.resolve("mvn"));
        assertRefused(mypay("day"), "Maven not found: install Maven 3.8.6 or newer");
    }

    @Test
    void whatIsBuiltNeedsNeitherMavenNorACompiler() throws Exception {
        mypay("day");
        Files.delete(bin.resolve("javac"));
        Files.delete(bin.resolve("mvn"));

        assertThat(mypay("day").out()).endsWith("<day>");
    }

    @Test
    void speaksKoreanToWhomSpeaksKorean() throws Exception {
        environment.put("LANG", "ko_KR.UTF-8");
        assertThat(mypay("day").out()).startsWith("MyPay를 빌드합니다.").contains("<-Duser.language=ko>");
        environment.put("LC_ALL", "en_US.UTF-8");
        assertThat(mypay("day").out()).doesNotContain("user.language");
        environment.put("LC_ALL", "");
        environment.put("FAKE_JAVA", "11");
        assertRefused(mypay("day"), "java: Java 11은(는) 사용할 수 없습니다. JDK 17 이상이 필요하니");
    }

    @Test
    void worksThroughLinksAndFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("mypay"), clone.resolve("mypay"));
        Path elsewhere = Files.createDirectories(directory.resolve("else where"));
        Path relative = Files.createSymbolicLink(elsewhere.resolve("pay"), Path.of("..", "mypay"));

        assertThat(run(elsewhere, link, "day").out()).contains("<-Dmypay.root=" + clone.toRealPath() + ">");
        assertThat(run(directory, relative, "day").out()).contains("<-Dmypay.root=" + clone.toRealPath() + ">");
    }

    @Test
    void toldToEndItEndsMavenToo() throws Exception {
        Path pid = directory.resolve("maven.pid");
        environment.put("FAKE_SLOW", pid.toString());
        Process script = start(directory, clone.resolve("mypay"), "day");
        try (BufferedReader lines = script.inputReader(StandardCharsets.UTF_8)) {
            while (!String.valueOf(lines.readLine()).contains("MyPay framework")) {
                assertThat(script.isAlive()).isTrue();
            }
            await().atMost(30, TimeUnit.SECONDS)
                    .until(() -> Files.exists(pid) && !Files.readString(pid).isEmpty());
            ProcessHandle maven = ProcessHandle.of(
                            Long.parseLong(Files.readString(pid).strip()))
                    .orElseThrow();

            script.destroy();

            assertThat(script.waitFor()).isEqualTo(143);
            maven.onExit().get(30, TimeUnit.SECONDS);
        } finally {
            script.destroyForcibly();
        }
    }

    private static void assertRefused(Result result, String line) {
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith(line).hasLineCount(1);
        assertThat(result.out()).isEmpty();
    }

    private Result mypay(String... args) throws Exception {
        return run(directory, clone.resolve("mypay"), args);
    }

    private Result run(Path from, Path script, String... args) throws Exception {
        Process process = start(from, script, args);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            String told = text(out);
            String wrong = text(err);
            return new Result(process.waitFor(), told, wrong);
        }
    }

    private Process start(Path from, Path script, String... args) throws IOException {
        List<String> command =
                Stream.concat(Stream.of(script.toString()), Stream.of(args)).toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String text(BufferedReader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            text.append((char) c);
        }
        return text.toString();
    }

    /** The sources are two hours old, what was built of them is one. */
    private void letTimePass() throws IOException {
        Instant now =
                Files.getLastModifiedTime(clone.resolve("ear/target/mypay.ear")).toInstant();
        try (Stream<Path> files = Files.walk(clone)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(now.minusSeconds(7_200)));
            }
        }
        Files.setLastModifiedTime(clone.resolve("ear/target/mypay.ear"), FileTime.from(now.minusSeconds(3_600)));
    }

    private void tool(String name, String body) throws IOException {
        Path file = bin.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Optional<Path> find(String tool) {
        return Stream.of("/usr/bin", "/bin", "/usr/local/bin")
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
