package com.mypay.cli.home;

import com.mypay.cli.CommandFailure;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What {@code mypay.properties} says.
 *
 * @param portBase the first of five ports in a row
 * @param values every key, also those that go to the services ({@code mypay.*})
 */
public record Settings(int portBase, Map<String, String> values) {

    public static final int DEFAULT_PORT_BASE = 9700;

    private static final int PORTS = 5;
    private static final int MAX_PORT = 65_535;
    private static final int FIRST_UNPRIVILEGED_PORT = 1_024;
    private static final String CONNECTIONS = "db.connections";
    private static final String TELEMETRY = "telemetry.endpoint";
    private static final String MESSAGES = "messages.format";
    private static final Set<String> KNOWN =
            Set.of("port.base", "db", "db.host", "db.port", "db.name", CONNECTIONS, TELEMETRY, MESSAGES);
    private static final String POOL = "db.pool.";

    public Settings {
        values = Map.copyOf(values);
    }

    /** For a new installation. */
    static int requirePortBase(int portBase) {
        if (!isPortBase(portBase)) {
            throw CommandFailure.refused("home.noPortBase", Integer.toString(portBase));
        }
        return portBase;
    }

    static Settings of(Map<String, String> values, Path file) {
        for (String key : values.keySet()) {
            if (!KNOWN.contains(key) && !isPool(key) && !key.startsWith("mypay.")) {
                throw CommandFailure.refused("settings.unknownKey", key, file);
            }
        }
        return new Settings(portBase(values, file), values).checked(file);
    }

    /** With settings of the command line ({@code -Ddb=oracle}) over those of the file. */
    public Settings with(Map<String, String> overriding) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(overriding);
        Path commandLine = Path.of("-D");
        return of(all, commandLine);
    }

    public String get(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    public boolean isOracle() {
        return get("db", "h2").equals("oracle");
    }

    public boolean isProduction() {
        return get("mypay.profile", "default").equals("production");
    }

    public String node() {
        return get("mypay.node", "node1");
    }

    public int httpPort() {
        return portBase;
    }

    public int httpsPort() {
        return portBase + 1;
    }

    public int databasePort() {
        return isOracle() ? Integer.parseInt(get("db.port", "1521")) : portBase + 2;
    }

    public int brokerPort() {
        return portBase + 3;
    }

    public int bankPort() {
        return portBase + 4;
    }

    /** How many connections the database permits, and each pool, as far as this installation says other than usual. */
    public Map<String, String> connectionBudget() {
        Map<String, String> variables = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.equals(CONNECTIONS)) {
                variables.put("MYPAY_DB_CONNECTIONS", value);
            } else if (isPool(key)) {
                String service = key.substring(POOL.length()).toUpperCase(Locale.ROOT);
                variables.put("MYPAY_" + service + "_POOL", value);
            }
        });
        return variables;
    }

    /**
     * What the server's messages and its OpenTelemetry are told, as far as this installation says other than usual. Only
     * what belongs to a business transaction is recorded, in the trace that the framework says.
     */
    public Map<String, String> observability() {
        Map<String, String> variables = new TreeMap<>();
        if (values.containsKey(MESSAGES)) {
            variables.put("MYPAY_MESSAGES_FORMAT", get(MESSAGES, ""));
        }
        String endpoint = get(TELEMETRY, "");
        if (!endpoint.isEmpty()) {
            variables.put("OTEL_SDK_DISABLED", "false");
            variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
            variables.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
            variables.put("OTEL_SERVICE_NAME", "mypay-" + node());
            variables.put("OTEL_TRACES_SAMPLER", "parentbased_always_off");
            variables.put("OTEL_PROPAGATORS", "none");
            variables.put("OTEL_METRICS_EXPORTER", "none");
        }
        return variables;
    }

    private static int portBase(Map<String, String> values, Path file) {
        String text = values.getOrDefault("port.base", Integer.toString(DEFAULT_PORT_BASE));
        try {
            int base = Integer.parseInt(text);
            if (isPortBase(base)) {
                return base;
            }
        } catch (NumberFormatException e) {
            // refused below, with the same words
        }
        throw CommandFailure.refused("settings.portBase", text, file);
    }

    private static boolean isPool(String key) {
        return key.startsWith(POOL) && Home.hasDatabaseAccount(key.substring(POOL.length()));
    }

    private static boolean isPort(String text) {
        return text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= MAX_PORT;
    }

    private static boolean isPortBase(int base) {
        return base >= FIRST_UNPRIVILEGED_PORT && base <= MAX_PORT - PORTS + 1;
    }

    private Settings checked(Path file) {
        String database = get("db", "h2");
        if (!database.equals("h2") && !database.equals("oracle")) {
            throw CommandFailure.refused("settings.db", database, file);
        }
        String profile = get("mypay.profile", "default");
        if (!profile.equals("default") && !profile.equals("production")) {
            throw CommandFailure.refused("settings.profile", profile, file);
        }
        if (!isPort(get("db.port", "1521"))) {
            throw CommandFailure.refused("settings.dbPort", get("db.port", ""), file);
        }
        if (!get(TELEMETRY, "http://127.0.0.1").matches("https?://[^\\s]+")) {
            throw CommandFailure.refused("settings.telemetry", get(TELEMETRY, ""), file);
        }
        if (!get(MESSAGES, "simple").matches("simple|tbasic|json")) {
            throw CommandFailure.refused("settings.messages", get(MESSAGES, ""), file);
        }
        values.forEach((key, value) -> {
            if ((key.equals(CONNECTIONS) || isPool(key)) && !value.matches("[1-9][0-9]{0,4}")) {
                throw CommandFailure.refused("settings.connections", key, value, file);
            }
        });
        return this;
    }
}
