package com.mypay.systemtests.scenario;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Client;
import com.mypay.systemtests.kit.Command;
import com.mypay.systemtests.kit.LogLines;
import com.mypay.systemtests.kit.Part;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.Second;
import com.mypay.systemtests.kit.SharedInstallation;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code mypay day}, {@code up}, {@code down} and {@code status} on a new machine, on good days and on bad ones. */
@ExtendWith(SharedInstallation.class)
class CommandLineIT {

    private static final int FAILED = 1;
    private static final int REFUSED = 2;
    private static final int ALREADY_DONE = 16;
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s]+");
    private static final Duration LONGEST_EXPORT = Duration.ofMinutes(2);
    private static final String A_LINE_OF_STATUS = "(database|broker|bank|server) +[0-9]+ +([0-9]+|-)  .+";

    private final RunningInstallation shared;
    private final RunningInstallation own;

    CommandLineIT(RunningInstallation shared, @Second RunningInstallation own) {
        this.shared = shared;
        this.own = own;
    }

    @Test
    void aDayOnANewMachineStartsEverythingPlaysSettlesChecksAndStopsEverything() {
        LocalDate date = own.firstDay().date();
        Command.Result day = own.firstDay().day().exits(0);
        assertThat(day.output())
                .containsSubsequence(
                        "Starting the database server",
                        "Starting the Liberty server",
                        "Settlement of " + date + " is completed.",
                        "ok      money: ",
                        "Stopping the Liberty server",
                        "Stopping the database server")
                .doesNotContain("BROKEN");
        assertThat(own.firstDay().statusAfterwards().exits(FAILED).lines())
                .hasSize(4)
                .allMatch(line -> line.endsWith(" -  stopped"));
    }

    @Test
    void aDayThatIsSettledIsNotPlayedAgain() {
        String date = own.firstDay().date().toString();
        JsonObject before = cycleOf(date);
        assertThat(before.getString("status")).isEqualTo("CLOSED");
        assertThat(before.getJsonNumber("grossWon").longValue()).isPositive();
        Map<Part, Long> pids = pids();

        assertThat(own.command("day", "--date", date).exits(ALREADY_DONE).output())
                .contains(date + " is settled already: nothing was changed.");

        assertThat(cycleOf(date)).isEqualTo(before);
        assertThat(pids()).as("what ran before goes on").isEqualTo(pids);
    }

    private JsonObject cycleOf(String date) {
        return own.client()
                .asOperator()
                .get("/settlement/adm/v1/find/cycle", "businessDate", date)
                .is(200)
                .json();
    }

    @Test
    void startingTwiceChangesNothing() {
        Map<Part, Long> before = pids();
        Command.Result up = own.up();
        assertThat(pids()).isEqualTo(before);
        assertThat(up.output())
                .contains("The Liberty server runs on port " + own.portBase())
                .doesNotContain("Starting");
    }

    @Test
    void aCustomersGuidIsTheGuidAndTheTrace() {
        String text = "202603020101"
                + ThreadLocalRandom.current().nextLong(100_000_000_000_000_000L, 1_000_000_000_000_000_000L);
        Answer answer = own.client()
                .asOperator()
                .with(RunningInstallation.CUSTOMERS_GUID, text)
                .get(
                        "/settlement/adm/v1/find/cycle",
                        "businessDate",
                        own.firstDay().date())
                .is(200);
        assertThat(answer.header(RunningInstallation.CUSTOMERS_GUID)).isEqualTo(text);

        new LogLines(own)
                .awaitTrace(
                        answer.guid(),
                        lines -> lines.stream()
                                .anyMatch(line -> LogLines.is(line, "service", "settlement")
                                        && LogLines.is(line, "status", "200")));
        assertThat(own.command("trace", text).exits(0).output()).contains(answer.guid(), "find/cycle");
        await("spans of the trace " + answer.guid())
                .atMost(LONGEST_EXPORT)
                .until(() -> own.spans().hasTrace(answer.guid()));
        assertThat(own.spans().hasTrace("f".repeat(32))).isFalse();
    }

    @Test
    void aCustomersGuidOfSomebodyWhoIsNotTrustedIsReplacedAndBothAreKept() {
        String text = "202603020101000000000000000042";
        Answer answer = own.client()
                .asMember(1)
                .with(RunningInstallation.CUSTOMERS_GUID, text)
                .get("/payment/com/v1/find/payments", "memberId", 1);
        assertThat(answer.header(RunningInstallation.CUSTOMERS_GUID))
                .matches("20[0-9]{6}0101[0-9]{18}")
                .isNotEqualTo(text);
        new LogLines(own)
                .awaitTrace(
                        answer.guid(), lines -> lines.stream().anyMatch(line -> LogLines.is(line, "sentGuid", text)));
    }

    @Test
    void everyAddressThatStartingPrintsAnswers() {
        Client operator = own.secureClient().withPassword("operator", own.secret("operator"));
        List<URI> addresses = ADDRESS.matcher(own.up().output())
                .results()
                .map(found -> URI.create(found.group()))
                .toList();
        assertThat(addresses)
                .extracting(URI::getPath)
                .containsExactly("/openapi/ui", "/health", "/metrics", "/ibm/api/batch/jobinstances", "/adminCenter");
        for (URI address : addresses) {
            boolean secure = address.getScheme().equals("https");
            assertThat(address.getPort()).isEqualTo(own.portBase() + (secure ? 1 : 0));
            Client caller = secure ? operator : own.client().with("Accept", "*/*");
            assertThat(caller.get(address.getPath()).status())
                    .as(address.toString())
                    .isLessThan(400);
        }
    }

    @Test
    void statusShowsEachProcessItsPortAndItsHealth() {
        List<String> lines = own.command("status").exits(0).lines();
        assertThat(lines)
                .hasSize(4)
                .allMatch(line -> line.matches(A_LINE_OF_STATUS))
                .allMatch(line -> line.endsWith("  ready"));
        assertThat(lines.get(0)).startsWith("database").contains(" " + (own.portBase() + 2) + " ");
        assertThat(lines.get(1)).startsWith("broker").contains(" " + (own.portBase() + 3) + " ");
        assertThat(lines.get(2)).startsWith("bank").contains(" " + (own.portBase() + 4) + " ");
        assertThat(lines.get(3)).startsWith("server").contains(" " + own.portBase() + " ");
        for (Part part : Part.values()) {
            assertThat(lines)
                    .filteredOn(line -> line.startsWith(part.name().toLowerCase(Locale.ROOT)))
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains(" " + pids().get(part) + "  ");
        }
    }

    @Test
    void twoInstallationsKnowNothingOfEachOther() {
        Member member = own.people().aMember().withMoney(10_000).signedUp();
        assertThat(own.people().balanceWon(member.id())).isEqualTo(10_000);
        Member other = shared.people().aMember().withMoney(20_000).signedUp();
        assertThat(shared.people().balanceWon(other.id())).isEqualTo(20_000);
        assertThat(shared.command("status").exits(0).lines())
                .hasSize(4)
                .noneMatch(own.command("status").lines()::contains);
    }

    @Test
    void whatWasKilledIsStartedAgainAndNothingElse() {
        Map<Part, Long> before = pids();
        own.kill(Part.BANK);
        assertThat(own.command("status").exits(FAILED).lines())
                .filteredOn(line -> line.startsWith("bank"))
                .singleElement()
                .asString()
                .contains("  dead: it ended without being told to");
        own.up();
        Map<Part, Long> after = pids();
        assertThat(after.get(Part.BANK)).isNotEqualTo(before.remove(Part.BANK));
        assertThat(after).containsAllEntriesOf(before);
        own.command("status").exits(0);
    }

    @Test
    void theDataGoesOnAfterTheNightAndAForeignProcessIsLeftAlone() throws IOException {
        Member member = own.people().aMember().withMoney(30_000).signedUp();
        Member franchise = own.people().aFranchise().withAccount().signedUp();
        own.people().pay(member.id(), franchise.id(), 12_000).is(201);

        assertThat(own.command("down").exits(0).output()).contains("MyPay is down; the data stays.");
        assertThat(own.command("status").exits(FAILED).lines())
                .hasSize(4)
                .allMatch(line -> line.matches(A_LINE_OF_STATUS))
                .allMatch(line -> line.endsWith(" -  stopped"));
        assertThat(own.command("down").exits(0).lines()).containsExactly("Nothing was running.");

        // After a power failure the files are still there, and their process ids belong to others
        long stranger = ProcessHandle.current().pid();
        Files.writeString(own.home().resolve("run/broker.pid"), stranger + " 2001-02-03T04:05:06Z ready\n");
        Files.writeString(own.home().resolve("run/server.pid"), "999999999 2001-02-03T04:05:06Z ready\n");
        Files.writeString(own.home().resolve("run/bank.pid"), "");
        assertThat(own.command("down").exits(0).lines()).containsExactly("Nothing was running.");
        Files.writeString(own.home().resolve("run/broker.pid"), stranger + " 2001-02-03T04:05:06Z ready\n");

        own.up();
        assertThat(pids().values()).hasSize(4).doesNotContain(stranger);
        assertThat(own.people().balanceWon(member.id())).isEqualTo(18_000);
        own.people().pay(member.id(), franchise.id(), 8_000).is(201);
        assertThat(own.people().balanceWon(member.id())).isEqualTo(10_000);
    }

    @Test
    void aPortThatSomebodyElseHasIsSaidBeforeAnythingStarts(@TempDir Path directory) throws IOException {
        int base = RunningInstallation.notYetStarted("ports").portBase();
        List<String> names = List.of("Liberty server", "Liberty server", "database server", "broker", "bank simulator");
        for (int i = 0; i < names.size(); i++) {
            Path home = directory.resolve("home" + i);
            try (ServerSocket stranger = new ServerSocket(base + i, 1, InetAddress.getLoopbackAddress())) {
                assertThat(stranger.isBound()).isTrue();
                List<String> words = List.of("up", "--home", home.toString(), "--port-base", Integer.toString(base));
                assertThat(Command.run(words).exits(REFUSED).lines())
                        .singleElement()
                        .asString()
                        .startsWith("Port " + (base + i) + " of the " + names.get(i)
                                + " is in use by another program: end that program, or make another installation");
            }
            try (var left = Files.list(home.resolve("run"))) {
                assertThat(left.filter(file -> file.toString().endsWith(".pid")))
                        .isEmpty();
            }
        }
    }

    @Test
    void aSettingThatNobodyKnowsStopsTheStartInOneLine() {
        try (RunningInstallation wrong = RunningInstallation.notYetStarted("wrong-setting")) {
            wrong.command("status").exits(REFUSED);
            prepare(wrong, "mypay.relay.enabledd=true");
            assertThat(wrong.command("up").exits(REFUSED).lines())
                    .last()
                    .asString()
                    .startsWith("The Liberty server can't start with this setting: mypay.relay.enabledd: ")
                    .contains("remove it or correct its name")
                    .contains("(is it mypay.relay.enabled?)");
            assertThat(wrong.process(Part.SERVER)).isEmpty();

            prepare(wrong, "db.connections=100\ndb.pool.money=30");
            assertThat(wrong.command("up").exits(REFUSED).lines())
                    .last()
                    .asString()
                    .startsWith(
                            "The Liberty server can't start with this setting: MYPAY_DB_CONNECTIONS: all pools together")
                    .contains("money 30")
                    .contains("the database permits 100; make pools smaller");
            assertThat(wrong.process(Part.SERVER)).isEmpty();

            prepare(wrong, "ports.base=1");
            assertThat(wrong.command("up").exits(REFUSED).lines())
                    .containsExactly("The setting ports.base in " + wrong.home().resolve("mypay.properties")
                            + " is unknown: remove it or correct its name.");

            prepare(wrong, "mypay.profile=production");
            assertThat(wrong.command("day").exits(REFUSED).lines())
                    .containsExactly("The installation in " + wrong.home()
                            + " has the production profile: it goes by real time only, so no day can be played on it.");
        }
    }

    @Test
    void withoutAnOracleServerTheStartEndsInOneClearLine() throws IOException {
        try (RunningInstallation oracle = RunningInstallation.notYetStarted("oracle")) {
            prepare(oracle, "db=oracle\ndb.host=127.0.0.1\ndb.port=" + (oracle.portBase() + 2) + "\ndb.name=MYPAY");
            assertThat(oracle.command("up").exits(REFUSED).lines())
                    .last()
                    .asString()
                    .startsWith("the environment variable MYPAY_DATABASE_")
                    .contains("_PASSWORD is missing");
            assertThat(oracle.command(ownersPasswords(), "up").exits(REFUSED).lines())
                    .last()
                    .asString()
                    .startsWith("the database jdbc:oracle:thin:")
                    .contains("127.0.0.1:" + (oracle.portBase() + 2) + "/MYPAY")
                    .contains(" can't be worked with: ");
        }
    }

    private static Map<String, String> ownersPasswords() throws IOException {
        Path schemas = Command.root().resolve("shared-db-schemas/src/main/resources/db");
        try (Stream<Path> folders = Files.list(schemas)) {
            return folders.map(folder -> folder.getFileName().toString().toUpperCase(Locale.ROOT))
                    .collect(toMap(owner -> "MYPAY_DATABASE_" + owner + "_PASSWORD", owner -> "OwnersPassword1"));
        }
    }

    @Test
    void anOldJavaIsSaidInOneLine(@TempDir Path directory) throws IOException, InterruptedException {
        Path java = Files.createDirectories(directory.resolve("jdk-11/bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                echo "    java.specification.version = 11" >&2
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        String tooOld = ": Java 11 doesn't do; MyPay runs on JDK 17 or newer. Set JAVA_HOME to one.";
        Script byPath = script(Map.of("PATH", java.getParent() + ":" + System.getenv("PATH")), "JAVA_HOME");
        assertThat(byPath.exitCode()).isEqualTo(REFUSED);
        assertThat(byPath.lines()).containsExactly("java" + tooOld);
        Script byHome = script(Map.of("JAVA_HOME", directory.resolve("jdk-11").toString()));
        assertThat(byHome.exitCode()).isEqualTo(REFUSED);
        assertThat(byHome.lines()).containsExactly(java + tooOld);
        Path nothing = directory.resolve("nothing");
        Script nowhere = script(Map.of("JAVA_HOME", nothing.toString()));
        assertThat(nowhere.exitCode()).isEqualTo(REFUSED);
        assertThat(nowhere.lines())
                .containsExactly(
                        "There is no Java in JAVA_HOME (" + nothing + "): let it name a JDK 17 or newer, or unset it.");
    }

    private record Script(int exitCode, List<String> lines) {}

    /** The script of the clone itself. */
    private static Script script(Map<String, String> environment, String... without)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("mypay-script", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Command.root().resolve("mypay").toString(), "status")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        List.of(without).forEach(builder.environment()::remove);
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        List<String> lines = new ArrayList<>(Files.readAllLines(output));
        Files.delete(output);
        return new Script(process.exitValue(), lines);
    }

    /** A home as {@code up} makes it, with other settings. */
    private static void prepare(RunningInstallation installation, String settings) {
        try {
            for (String directory : List.of("db", "broker", "bank", "liberty", "logs", "run")) {
                Files.createDirectories(installation.home().resolve(directory));
            }
            Files.writeString(
                    installation.home().resolve("mypay.properties"),
                    "port.base=" + installation.portBase() + "\n" + settings + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<Part, Long> pids() {
        Map<Part, Long> pids = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            own.process(part).ifPresent(process -> pids.put(part, process.pid()));
        }
        return pids;
    }
}
