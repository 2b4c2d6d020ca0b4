package com.mypay.cli.process;

import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Installation;
import com.mypay.cli.home.Settings;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Liberty server of an installation: its directory is made anew from the build's template and the home's settings
 * at each start, so that a changed setting or a new build holds from the next start on.
 */
public final class LibertyServer {

    private static final String NAME = "mypay";
    private static final int START_WITHIN_SECONDS = 300;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final Home home;
    private final Installation installation;

    public LibertyServer(Home home, Installation installation) {
        this.home = home;
        this.installation = installation;
    }

    /** Writes its directory. @return the process to start */
    public Part prepare() {
        try {
            Path directory = serverDirectory();
            Files.createDirectories(directory);
            copyTemplate(directory);
            Files.writeString(directory.resolve("server.env"), lines(serverEnvironment()));
            appendSettings(directory.resolve("bootstrap.properties"));
            forgetOldApplications(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the server's directory can't be written", e);
        }
        return part();
    }

    /** As it is to be started, without touching its directory. */
    public Part part() {
        return new Part(
                Parts.SERVER,
                home.settings().httpPort(),
                List.of(installation.libertyScript().toString(), "run", NAME),
                environment(),
                home.logs().resolve("server.log"),
                this::notReady,
                START_WITHIN_SECONDS);
    }

    public Path messagesLog() {
        return serverDirectory().resolve("logs").resolve("messages.log");
    }

    private Path serverDirectory() {
        return home.liberty().resolve("servers").resolve(NAME);
    }

    private void copyTemplate(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(installation.serverTemplate())) {
            for (Path file : files.toList()) {
                Files.copy(
                        file, directory.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** What isn't secret; secrets go through the process's environment only. */
    private Map<String, String> serverEnvironment() {
        Settings settings = home.settings();
        Map<String, String> values = new TreeMap<>();
        values.put("MYPAY_SHAPE", settings.get("mypay.shape", "one-server"));
        values.put("MYPAY_CONFIG_DIR", installation.serverConfig().toString());
        values.put("MYPAY_APPS_DIR", installation.applications().toString());
        values.put("MYPAY_LIB_DIR", installation.drivers().toString());
        values.put("MYPAY_AMQP_ADAPTER", installation.resourceAdapter().toString());
        values.put("MYPAY_HTTP_PORT", Integer.toString(settings.httpPort()));
        values.put("MYPAY_HTTPS_PORT", Integer.toString(settings.httpsPort()));
        values.put("MYPAY_DB", settings.get("db", "h2"));
        values.put("MYPAY_DB_HOST", settings.get("db.host", "127.0.0.1"));
        values.put("MYPAY_DB_PORT", Integer.toString(settings.databasePort()));
        values.put("MYPAY_DB_NAME", settings.get("db.name", "mypay"));
        values.putAll(settings.connectionBudget());
        values.putAll(settings.observability());
        values.put("MYPAY_BROKER_URL", "failover:(amqp://127.0.0.1:" + settings.brokerPort() + ")");
        values.put(
                "MYPAY_LOG_ARCHIVE_DIR", home.directory().resolve("log-archive").toString());
        values.put("MYPAY_BANK_URL", "http://127.0.0.1:" + settings.bankPort());
        return values;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("WLP_USER_DIR", home.liberty().toString());
        environment.put("MYPAY_KEYSTORE_PASSWORD", home.secret("keystore"));
        environment.put("MYPAY_OPERATOR_PASSWORD", home.secret("operator"));
        Parts.DATABASE_ACCOUNTS.forEach(
                account -> environment.put(variable(account, "_DB_PASSWORD"), home.secret("database." + account)));
        Parts.BROKER_ACCOUNTS.forEach(
                account -> environment.put(variable(account, "_BROKER_PASSWORD"), home.secret("broker." + account)));
        return environment;
    }

    private static String variable(String account, String what) {
        return "MYPAY_" + account.toUpperCase(Locale.ROOT) + what;
    }

    /** The home's mypay.* settings become system properties of the server, which MicroProfile Config reads. */
    private void appendSettings(Path bootstrap) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        home.settings().values().forEach((key, value) -> {
            if (key.startsWith("mypay.")) {
                settings.put(key, value);
            }
        });
        // Beside the data: what hasn't been shipped has to outlive the server's directory
        settings.putIfAbsent("mypay.log.directory", home.logSpool().toString());
        if (!home.settings().isProduction()) {
            settings.put("mypay.clock.file", home.clock().toString());
        }
        Files.writeString(bootstrap, "\n" + lines(settings), java.nio.file.StandardOpenOption.APPEND);
    }

    /**
     * Liberty keeps what it unpacked of an EAR by the entries' time stamps, which a reproducible build never changes. So
     * its work area goes when the applications are others than at the last start.
     */
    private void forgetOldApplications(Path directory) throws IOException {
        String now = stamp(installation.ear()) + " " + stamp(installation.resourceAdapter());
        Path remembered = home.liberty().resolve("applications");
        if (!Files.exists(remembered) || !Files.readString(remembered).equals(now)) {
            deleteTree(directory.resolve("workarea"));
            Files.writeString(remembered, now);
        }
    }

    private static String stamp(Path file) throws IOException {
        return Files.size(file) + "@" + Files.getLastModifiedTime(file);
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static String lines(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "/") + "\n")
                .collect(Collectors.joining());
    }

    /** What the server's own health says is missing. */
    private Optional<String> notReady() {
        try {
            Http.Answer answer = new Http(home).within(ANSWER_WITHIN).get("/health/ready");
            return answer.isOk() ? Optional.empty() : Optional.of(down(answer));
        } catch (Http.NoAnswer e) {
            return Optional.of(Text.of("missing.answer", "/health/ready"));
        }
    }

    /** The checks that are down, with their reasons. Before the applications have started there are none. */
    private static String down(Http.Answer answer) {
        if (!answer.body().startsWith("{")) {
            return "/health/ready: " + answer.status();
        }
        Map<String, String> checksOf = new LinkedHashMap<>();
        for (JsonValue each : answer.json().getJsonArray("checks")) {
            JsonObject check = each.asJsonObject();
            if (!check.getString("status").equals("UP")) {
                checksOf.merge(reason(check), check.getString("name"), (some, more) -> some + ", " + more);
            }
        }
        return checksOf.isEmpty()
                ? Text.of("missing.applications")
                : checksOf.entrySet().stream()
                        .map(each -> each.getValue() + each.getKey())
                        .collect(Collectors.joining("; "));
    }

    private static String reason(JsonObject check) {
        JsonValue data = check.get("data");
        String reason = data instanceof JsonObject values ? values.getString("reason", "") : "";
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }
}
