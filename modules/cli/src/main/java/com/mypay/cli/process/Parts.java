package com.mypay.cli.process;

import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Installation;
import com.mypay.cli.home.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes the processes of an installation: database, broker, bank simulator; the server has its own class. */
public final class Parts {

    public static final String DATABASE = "database";
    public static final String BROKER = "broker";
    public static final String BANK = "bank";
    public static final String SERVER = "server";

    /** In the order in which they start; they stop the other way round. */
    public static final List<String> ALL = List.of(DATABASE, BROKER, BANK, SERVER);

    /** The services of the business: each has an account at the database and one at the broker, of its own name. */
    public static final List<String> SERVICES =
            List.of("membership", "banking", "money", "remittance", "payment", "settlement");

    /** The application accounts at the database: the service logs has one for each of its logs. */
    static final List<String> DATABASE_ACCOUNTS = with(SERVICES, "imagelog", "businesslog", "errorlog");

    /** The accounts at the broker, but for the operator's. */
    static final List<String> BROKER_ACCOUNTS = with(SERVICES, "logs");

    private static final int START_WITHIN_SECONDS = 40;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    /** What our own processes print is in this command's language, and readable for it. */
    private static final List<String> SPEAKING = List.of(
            "-Duser.timezone=UTC",
            "-Duser.language=" + Locale.getDefault().getLanguage(),
            "-Dfile.encoding=UTF-8",
            "-Dsun.stdout.encoding=UTF-8",
            "-Dsun.stderr.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    private final Home home;
    private final Installation installation;

    public Parts(Home home, Installation installation) {
        this.home = home;
        this.installation = installation;
    }

    public Part database() {
        return own(
                DATABASE,
                home.settings().databasePort(),
                installation.platformClasspath(),
                "com.mypay.platform.database.DatabaseServer",
                "db",
                Map.of("MYPAY_DATABASE_ADMIN_PASSWORD", home.secret("database.admin")),
                256);
    }

    public Part broker() {
        List<String> users = new ArrayList<>();
        for (String account : BROKER_ACCOUNTS) {
            users.add(account + "=" + home.secret("broker." + account));
        }
        users.add("operator=" + home.secret("broker.operator"));
        return own(
                BROKER,
                home.settings().brokerPort(),
                installation.platformClasspath(),
                "com.mypay.platform.broker.BrokerServer",
                "broker",
                Map.of("MYPAY_BROKER_USERS", String.join(",", users)),
                256);
    }

    public Part bank() {
        Part part = own(
                BANK,
                home.settings().bankPort(),
                installation.bankSimulatorClasspath(),
                "com.mypay.banksimulator.BankSimulator",
                "bank",
                Map.of(),
                128);
        List<String> command = new ArrayList<>(part.command());
        command.addAll(List.of("--clock", home.clock().toString()));
        return new Part(
                part.name(),
                part.port(),
                command,
                part.environment(),
                part.log(),
                () -> part.readiness().missing().or(this::bankSilent),
                part.startWithinSeconds());
    }

    /** It takes connections also while it hangs. */
    private Optional<String> bankSilent() {
        try {
            Http.Answer answer = Http.bank(home).within(ANSWER_WITHIN).get("/banks");
            return answer.isOk() ? Optional.empty() : Optional.of("/banks: " + answer.status());
        } catch (Http.NoAnswer e) {
            return Optional.of(Text.of("missing.answer", "/banks"));
        }
    }

    /** Creates accounts and tables, or finds that they are there; ends by itself. */
    public List<String> schemaRunnerCommand() {
        Settings settings = home.settings();
        String url = settings.isOracle()
                ? "jdbc:oracle:thin:@tcp://" + settings.get("db.host", "127.0.0.1") + ":" + settings.databasePort()
                        + "/" + settings.get("db.name", "mypay") + "?connect_timeout=5&transport_connect_timeout=5"
                : "jdbc:h2:tcp://127.0.0.1:" + settings.databasePort()
                        + "/mypay;MODE=Oracle;NON_KEYWORDS=VALUE;LOCK_TIMEOUT=10000";
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx128m", "-XX:TieredStopAtLevel=1"));
        command.addAll(SPEAKING);
        command.addAll(List.of(
                "-cp",
                installation.platformClasspath() + java.io.File.pathSeparator
                        + installation.drivers().resolve("oracle") + java.io.File.separator + "*",
                "com.mypay.platform.schema.SchemaRunner",
                "--url",
                url));
        return command;
    }

    /** The owners' passwords on Oracle come from the caller's environment and are never stored. */
    public Map<String, String> schemaRunnerEnvironment() {
        Map<String, String> environment = new HashMap<>();
        if (!home.settings().isOracle()) {
            environment.put("MYPAY_DATABASE_ADMIN_PASSWORD", home.secret("database.admin"));
        }
        for (String account : DATABASE_ACCOUNTS) {
            environment.put(
                    "MYPAY_DATABASE_" + account.toUpperCase(Locale.ROOT) + "_APP_PASSWORD",
                    home.secret("database." + account));
        }
        return environment;
    }

    private static List<String> with(List<String> accounts, String... more) {
        return Stream.concat(accounts.stream(), Stream.of(more)).toList();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Part own(
            String name,
            int port,
            String classpath,
            String mainClass,
            String directory,
            Map<String, String> secrets,
            int heapMegabytes) {
        Path log = home.logs().resolve(name + ".log");
        List<String> command = new ArrayList<>(
                List.of(java(), "-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(SPEAKING);
        command.addAll(List.of(
                "-cp",
                classpath,
                mainClass,
                "--dir",
                home.directory().resolve(directory).toString(),
                "--port",
                Integer.toString(port)));
        return new Part(name, port, command, secrets, log, () -> readyLine(log, port), START_WITHIN_SECONDS);
    }

    /** Its log says READY, and its port answers. */
    private static Optional<String> readyLine(Path log, int port) {
        try {
            if (Files.exists(log) && saysReady(log) && answers(port)) {
                return Optional.empty();
            }
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
        return Optional.of(Text.of("missing.port", Integer.toString(port)));
    }

    /** Near the beginning, so that a long log is not read to its end. */
    private static boolean saysReady(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> line.startsWith("READY "));
        }
    }

    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
