package com.mypay.systemtests.kit;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An installation in a home of its own below {@code target}, brought up by MyPay's own command. */
public final class RunningInstallation implements AutoCloseable {

    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    public static final List<String> SERVICES =
            List.of("membership", "banking", "money", "remittance", "payment", "settlement");

    /** Of the settlement, where it is on. */
    public static final String SCHEDULE = "02:00";

    /** So that tests needn't wait for what staff is told after half an hour. */
    private static final int WORK_LIST_AFTER_SECONDS = 3;

    /** The header in which one of the installations has a customer's GUIDs. */
    public static final String CUSTOMERS_GUID = "X-House-Guid";

    /** So that tests needn't wait for long for what a killed server has left; longer than a call to a bank may take. */
    private static final int LEFT_BEHIND_AFTER_MILLIS = 8_000;

    private static final int PORTS = 5;

    /** The build runs the scenarios in several processes side by side, each with homes and a thousand ports of its own. */
    private static final int FIRST_PORT = Integer.getInteger("mypay.tests.first-port", 21_000);

    private static final int LAST_PORT = FIRST_PORT + 999;
    private static final Duration LONGEST_END = Duration.ofSeconds(90);

    private final Path home;
    private final int portBase;
    private final Banks banks;
    private final People people;
    private volatile Consumer<Answer> listener = answer -> {};
    private @Nullable ServerLog firstStart;
    private @Nullable FirstDay firstDay;
    private @Nullable SpanCollector spans;

    /**
     * The day that was played on a home that nobody had used.
     *
     * @param date that was played
     * @param day what {@code mypay day} said
     * @param statusAfterwards what {@code mypay status} said then
     */
    public record FirstDay(LocalDate date, Command.Result day, Command.Result statusAfterwards) {}

    private RunningInstallation(Path home, int portBase) {
        this.home = home;
        this.portBase = portBase;
        this.banks = new Banks(new Client(URI.create("http://127.0.0.1:" + bankPort())));
        this.people = new People(this);
        Runtime.getRuntime().addShutdownHook(new Thread(this::killAll));
    }

    /** A home that nobody has used, on free ports; nothing runs yet. */
    public static RunningInstallation notYetStarted(String name) {
        Path home =
                Path.of("target", "homes", Integer.toString(FIRST_PORT), name).toAbsolutePath();
        killAllOf(home);
        deleteTree(home);
        return new RunningInstallation(home, freePortBase());
    }

    /** A new home in which everything runs, with banks, contracts and the operator's own account. */
    public static RunningInstallation start(String name) {
        RunningInstallation installation = notYetStarted(name);
        try {
            installation.up();
            installation.people.prepareBanks();
            installation.firstStart = ServerLog.read(installation.serverLogs());
            return installation;
        } catch (RuntimeException | Error e) {
            installation.close();
            throw e;
        }
    }

    /**
     * A new home on which {@code mypay day} is the first command. Then everything runs, with the settlement schedule on:
     * it looks each second whether it is {@value #SCHEDULE} in Seoul. Its spans are collected, and it reads and writes
     * GUIDs of 30 digits in {@value #CUSTOMERS_GUID}.
     */
    public static RunningInstallation startWithADay(String name) {
        RunningInstallation installation = notYetStarted(name);
        try {
            LocalDate date = installation.today();
            Command.Result day = installation.command(
                    "day", "--date", date.toString(), "--port-base", Integer.toString(installation.portBase));
            installation.firstDay = new FirstDay(date, day, installation.command("status"));
            installation.set("mypay.batch.settle.schedule", SCHEDULE);
            installation.set("mypay.batch.settle.look-every-seconds", "1");
            // Scenarios that kill a server say themselves when its jobs go on
            installation.set("mypay.batch.recover-at-start", "false");
            SpanCollector collector = new SpanCollector();
            installation.spans = collector;
            installation.set("telemetry.endpoint", collector.endpoint());
            installation.set("mypay.guid.format", "digits-30");
            installation.set("mypay.guid.header", CUSTOMERS_GUID);
            installation.set("mypay.guid.system", "0101");
            installation.up();
            installation.people.prepareBanks();
            return installation;
        } catch (RuntimeException | Error e) {
            installation.close();
            throw e;
        }
    }

    /** A setting that holds from the next start on. */
    private void set(String key, String value) {
        try {
            Files.writeString(home.resolve("mypay.properties"), key + "=" + value + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Command.Result up() {
        return command(
                        "up",
                        "--port-base",
                        Integer.toString(portBase),
                        "-Dmypay.remittance.work-list.after-seconds=" + WORK_LIST_AFTER_SECONDS,
                        "-Dmypay.banking.inquiry.stale-after-millis=" + LEFT_BEHIND_AFTER_MILLIS)
                .exits(0);
    }

    /** {@code mypay <words> --home <this home>}. */
    public Command.Result command(String... words) {
        return command(Map.of(), words);
    }

    /** @param environment beside what the tests have themselves */
    public Command.Result command(Map<String, String> environment, String... words) {
        return Command.run(words(words), "en", environment);
    }

    public List<String> words(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", home.toString()));
        return all;
    }

    public Client client() {
        return new Client(URI.create("http://127.0.0.1:" + port(0)), answer -> listener.accept(answer));
    }

    /** Hears each answer of MyPay's APIs from now on, also those to clients that are there already. */
    public void listen(Consumer<Answer> to) {
        listener = to;
    }

    /** The server's own APIs, for operators: jobs, console. */
    public Client secureClient() {
        return new Client(URI.create("https://localhost:" + port(1)));
    }

    /** What the server wrote when it started for the first time and its banks were prepared, and no more. */
    public ServerLog firstStart() {
        return Objects.requireNonNull(firstStart);
    }

    public FirstDay firstDay() {
        return Objects.requireNonNull(firstDay);
    }

    public SpanCollector spans() {
        return Objects.requireNonNull(spans);
    }

    /** How often the server has written a line with this text since its start. */
    public long logged(String text) {
        try (Stream<String> lines = Files.lines(serverLogs().resolve("messages.log"))) {
            return lines.filter(line -> line.contains(text)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path serverLogs() {
        return home.resolve("liberty/servers/mypay/logs");
    }

    /** Everything that is written for people to read, and log lines on their way, by file. */
    public Map<Path, String> texts() {
        Map<Path, String> texts = new TreeMap<>();
        for (Path directory : List.of(serverLogs(), home.resolve("logs"), home.resolve("log-spool"))) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    texts.put(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            } catch (NoSuchFileException e) {
                // a part of a spool that has been shipped meanwhile: its lines are in the tables
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    public Banks banks() {
        return banks;
    }

    public People people() {
        return people;
    }

    public Path home() {
        return home;
    }

    public int portBase() {
        return portBase;
    }

    public int databasePort() {
        return port(2);
    }

    public int brokerPort() {
        return port(3);
    }

    public int bankPort() {
        return port(4);
    }

    public String secret(String name) {
        Properties secrets = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("secrets.properties"))) {
            secrets.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(secrets.getProperty(name)).orElseThrow();
    }

    /** As the operating system does it when memory is short: no warning, no clean-up. */
    public void kill(Part part) {
        kill(process(part).orElseThrow(() -> new IllegalStateException(part + " does not run")));
    }

    public Optional<ProcessHandle> process(Part part) {
        return process(home, part);
    }

    /** The business date that the services have now. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), SEOUL);
    }

    public Instant now() {
        return Clock.systemUTC().instant().plusMillis(clockOffsetMillis());
    }

    /** Moves the clock of all services and of the banks; it goes on from there. */
    public void setClock(Instant to) {
        writeClock(
                Long.toString(Duration.between(Clock.systemUTC().instant(), to).toMillis()));
    }

    public void resetClock() {
        writeClock("0");
    }

    private void writeClock(String text) {
        try {
            Path next = home.resolve("clock.next");
            Files.writeString(next, text);
            Files.move(next, home.resolve("clock"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long clockOffsetMillis() {
        try {
            Path clock = home.resolve("clock");
            return Files.exists(clock) ? Long.parseLong(Files.readString(clock).strip()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends everything, also what was started in vain. */
    @Override
    public void close() {
        try {
            if (Files.exists(home.resolve("mypay.properties"))) {
                command("down");
            }
        } finally {
            killAll();
            if (spans != null) {
                spans.close();
            }
        }
    }

    private void killAll() {
        killAllOf(home);
    }

    private int port(int offset) {
        return portBase + offset;
    }

    private static void killAllOf(Path home) {
        for (Part part : Part.values()) {
            process(home, part).ifPresent(RunningInstallation::kill);
        }
    }

    /** Only if the process with this id was started when the file says so: ids are used again. */
    private static Optional<ProcessHandle> process(Path home, Part part) {
        Path file = home.resolve("run").resolve(part.fileName());
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] idAndStart = Files.readString(file).strip().split(" ", 3);
            return ProcessHandle.of(Long.parseLong(idAndStart[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .startInstant()
                            .map(Instant::toString)
                            .orElse("unknown")
                            .equals(idAndStart[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(ProcessHandle process) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(LONGEST_END).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static int freePortBase() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT - PORTS))
                .limit(200)
                .filter(base -> IntStream.range(base, base + PORTS).allMatch(RunningInstallation::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void deleteTree(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
