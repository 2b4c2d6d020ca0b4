package com.mypay.platform.schema;

import com.mypay.platform.database.DatabaseServer;
import com.mypay.platform.process.Arguments;
import com.mypay.platform.process.ServerProcess;
import com.mypay.platform.process.StartRefused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.output.ValidateResult;

/**
 * Applies the scripts of every schema that the database doesn't have yet, in order, and gives the application accounts
 * their rights. May run any number of times and twice at once: each script is applied once. A script that was edited
 * after it was applied is refused by name before anything is changed.
 *
 * <p>On the embedded database ({@code jdbc:h2:…}) it makes the accounts and schemas as well; on Oracle a DBA has done
 * that ({@code db/accounts/*.sql}), and the runner works with the owners' accounts.
 *
 * <p>What was applied, when and by whom, stands in {@value #HISTORY_TABLE} of each schema, which the application
 * account may read: {@value #VERSION_QUERY}.
 */
public final class SchemaRunner {
    private static final String SUCCEEDED = "CAST(\"success\" AS NUMBER(1))";

    /** The table of what was applied, one in each schema. */
    public static final String HISTORY_TABLE = "SCHEMA_HISTORY";

    /** The version that a schema has, such as {@code 003}. (Success is a BOOLEAN on H2 and a NUMBER(1) on Oracle.) */
    public static final String VERSION_QUERY =
            "SELECT MAX(\"version\") FROM SCHEMA_HISTORY WHERE " + SUCCEEDED + " = 1";

    static final String FORGET_FAILURES = "DELETE FROM SCHEMA_HISTORY WHERE " + SUCCEEDED + " = 0";

    private static final String H2 = "jdbc:h2:";
    private static final String ORACLE = "jdbc:oracle:";

    /** Held, so that the level isn't lost with the logger: what Flyway would say the runner says, in one line. */
    private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");

    private final Settings settings;
    private final Scripts scripts;
    private final PrintStream out;

    /**
     * How the runner is called.
     *
     * @param url of the database, without a schema: {@code jdbc:h2:tcp://127.0.0.1:9702/mypay;MODE=Oracle;…} or
     *     {@code jdbc:oracle:thin:@//host:1521/service}
     * @param administrator who makes accounts on the embedded database; not used on Oracle
     * @param scripts a directory with one folder per schema; empty: the scripts that MyPay was built with
     * @param baseline note all scripts as applied, without applying them: a DBA ran them by hand
     * @param retryFailed forget that a script failed: what it had made before was removed by hand
     * @param environment the passwords
     */
    public record Settings(
            String url,
            String administrator,
            Optional<Path> scripts,
            boolean baseline,
            boolean retryFailed,
            Map<String, String> environment) {}

    public SchemaRunner(Settings settings, PrintStream out) {
        this.settings = settings;
        this.scripts = new Scripts(settings.scripts());
        this.out = out;
    }

    /**
     * {@code --url <jdbc url> [--admin-user MYPAY_ADMIN] [--scripts <dir>] [--baseline true] [--retry-failed true]}.
     *
     * <p>Passwords from the environment: {@code MYPAY_DATABASE_ADMIN_PASSWORD} and
     * {@code MYPAY_DATABASE_<SERVICE>_APP_PASSWORD} on H2, {@code MYPAY_DATABASE_<SCHEMA>_PASSWORD} on Oracle.
     */
    public static void main(String[] args) throws Exception {
        try {
            Arguments arguments =
                    Arguments.parse(args, Set.of("url", "admin-user", "scripts", "baseline", "retry-failed"));
            Settings settings = new Settings(
                    arguments.required("url"),
                    arguments.optional("admin-user").orElse(DatabaseServer.ADMINISTRATOR),
                    arguments.optional("scripts").map(Path::of),
                    arguments.optional("baseline").map(Boolean::parseBoolean).orElse(false),
                    arguments
                            .optional("retry-failed")
                            .map(Boolean::parseBoolean)
                            .orElse(false),
                    System.getenv());
            new SchemaRunner(settings, System.out).run();
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(ServerProcess.EXIT_REFUSED);
        }
    }

    /**
     * Brings all schemas up to date.
     *
     * @return the scripts that were applied, in order, such as {@code db/money/V002__accounts.sql}
     * @throws StartRefused with one line that says what a person has to do
     */
    public List<String> run() throws StartRefused, IOException {
        FLYWAY_LOG.setLevel(Level.OFF);
        try {
            if (settings.url().startsWith(H2)) {
                return runEmbedded();
            }
            if (settings.url().startsWith(ORACLE)) {
                return runOracle();
            }
            throw new StartRefused("schema.url", settings.url());
        } catch (SQLException e) {
            throw new StartRefused("schema.database", settings.url(), oneLine(e));
        } catch (FlywayException e) {
            throw new StartRefused("schema.database", settings.url(), oneLine(rootOf(e)));
        }
    }

    private List<String> runEmbedded() throws SQLException, StartRefused, IOException {
        String password = Arguments.secret(settings.environment(), DatabaseServer.ADMINISTRATOR_PASSWORD);
        try (EmbeddedAccounts accounts =
                EmbeddedAccounts.open(settings.url(), settings.administrator(), password, new SecureRandom())) {
            return runAsOwners(accounts.prepare(settings.environment()));
        }
    }

    private List<String> runOracle() throws SQLException, StartRefused, IOException {
        Map<String, String> passwords = new HashMap<>();
        for (Schema schema : Schema.ALL) {
            String variable = Schema.passwordVariable(schema.name());
            passwords.put(schema.name(), Arguments.secret(settings.environment(), variable));
        }
        return runAsOwners(passwords);
    }

    /** First all schemas are checked, then the first is changed: an edited script stops the whole run. */
    private List<String> runAsOwners(Map<String, String> passwords) throws SQLException, StartRefused, IOException {
        Map<Schema, Grants> grants = new HashMap<>();
        Map<Schema, Flyway> flyways = new HashMap<>();
        for (Schema schema : Schema.ALL) {
            grants.put(schema, Grants.read(scripts, schema));
            // Flyway hides why it can't connect, so the first connection isn't left to it.
            try (Connection owner = connect(schema, passwords)) {
                forgetFailures(owner, schema);
            }
            Flyway flyway = flyway(schema, password(schema, passwords));
            validate(schema, flyway);
            flyways.put(schema, flyway);
        }
        List<String> applied = new ArrayList<>();
        for (Schema schema : Schema.ALL) {
            applied.addAll(apply(schema, required(flyways, schema)));
            try (Connection owner = connect(schema, passwords)) {
                if (settings.url().startsWith(H2)) {
                    required(grants, schema).applyToH2(owner);
                } else {
                    required(grants, schema).applyToOracle(owner);
                }
            }
        }
        return applied;
    }

    private Connection connect(Schema schema, Map<String, String> passwords) throws SQLException {
        return DriverManager.getConnection(ownersUrl(schema), schema.name(), password(schema, passwords));
    }

    private static String password(Schema schema, Map<String, String> passwords) {
        return required(passwords, schema.name());
    }

    private static <K, V> V required(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("nothing for " + key);
        }
        return value;
    }

    /** On Oracle an owner is in its schema at once, on H2 the URL says so. */
    private String ownersUrl(Schema schema) {
        return settings.url().startsWith(H2) ? settings.url() + ";SCHEMA=" + schema.name() : settings.url();
    }

    private Flyway flyway(Schema schema, String password) {
        return Flyway.configure()
                .dataSource(ownersUrl(schema), schema.name(), password)
                .schemas(schema.name())
                .defaultSchema(schema.name())
                .createSchemas(false)
                .table(HISTORY_TABLE)
                .locations(scripts.location(schema))
                .failOnMissingLocations(true)
                .placeholderReplacement(false)
                .ignoreMigrationPatterns("*:pending")
                .installedBy(System.getProperty("user.name"))
                .load();
    }

    private void forgetFailures(Connection owner, Schema schema) throws SQLException {
        if (!settings.retryFailed()) {
            return;
        }
        try (Statement statement = owner.createStatement()) {
            if (owner.getMetaData()
                    .getTables(null, schema.name(), HISTORY_TABLE, null)
                    .next()) {
                statement.executeUpdate(FORGET_FAILURES);
            }
        }
    }

    private void validate(Schema schema, Flyway flyway) throws StartRefused {
        ValidateResult result = flyway.validateWithResult();
        if (result.validationSuccessful) {
            return;
        }
        for (ValidateOutput invalid : result.invalidMigrations) {
            String name = scripts.name(schema, fileOf(flyway, invalid.version));
            ErrorCode code = invalid.errorDetails.errorCode;
            if (code == CoreErrorCode.CHECKSUM_MISMATCH) {
                throw new StartRefused("schema.edited", name);
            }
            if (code == CoreErrorCode.FAILED_VERSIONED_MIGRATION) {
                throw new StartRefused("schema.failedBefore", name);
            }
            throw new StartRefused("schema.invalid", name, code);
        }
        throw new StartRefused("schema.invalid", scripts.location(schema), result.errorDetails.errorCode);
    }

    private static String fileOf(Flyway flyway, String version) {
        return Arrays.stream(flyway.info().all())
                .filter(info ->
                        info.getVersion() != null && info.getVersion().equals(MigrationVersion.fromVersion(version)))
                .map(MigrationInfo::getScript)
                .findFirst()
                .orElse("V" + version);
    }

    private List<String> apply(Schema schema, Flyway flyway) throws StartRefused {
        if (settings.baseline()) {
            return noteAsApplied(schema, flyway);
        }
        List<String> applied = new ArrayList<>();
        try {
            for (MigrateOutput script : flyway.migrate().migrations) {
                String name = scripts.name(
                        schema, Path.of(script.filepath).getFileName().toString());
                out.println("applied " + name);
                applied.add(name);
            }
            return applied;
        } catch (FlywayException e) {
            String failed = Arrays.stream(flyway.info().all())
                    .filter(info -> info.getState().isFailed())
                    .map(MigrationInfo::getScript)
                    .findFirst()
                    .orElse("");
            throw new StartRefused("schema.failed", scripts.name(schema, failed), oneLine(rootOf(e)));
        }
    }

    private List<String> noteAsApplied(Schema schema, Flyway flyway) {
        MigrationInfo[] pending = flyway.info().pending();
        if (pending.length == 0) {
            return List.of();
        }
        MigrationVersion last = pending[pending.length - 1].getVersion();
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .baselineVersion(last)
                .baselineDescription("run by hand")
                .load()
                .baseline();
        out.println("noted as applied: " + scripts.location(schema) + " up to " + last);
        return List.of();
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String oneLine(Throwable e) {
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return e instanceof SQLException sql ? first + " (" + sql.getErrorCode() + ")" : first;
    }
}
