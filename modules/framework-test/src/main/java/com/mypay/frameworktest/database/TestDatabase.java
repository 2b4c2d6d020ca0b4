package com.mypay.frameworktest.database;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.frameworktest.oracle.OracleGate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One schema in memory, made from its real scripts, empty again for each test. What a test does goes through the
 * application account with the rights that {@code grants.sql} gives it, and after each test every statement it wrote
 * has passed the Oracle gate, or the test fails.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase DATABASE = TestDatabase.of("MONEY");
 *
 * private final TestPersistence persistence = DATABASE.persistence("money");
 * private final Accounts accounts = new JpaAccounts(persistence.entityManager());
 * }</pre>
 */
public final class TestDatabase implements BeforeEachCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {
    private static final String SETTINGS = ";MODE=Oracle;NON_KEYWORDS=VALUE;LOCK_TIMEOUT=10000";
    private static final Pattern CREATE_SEQUENCE =
            Pattern.compile("^CREATE\\s+SEQUENCE\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern GRANT = Pattern.compile("^GRANT\\s.*\\sON\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final String schema;
    private final List<String> statements = new ArrayList<>();
    private final StatementRecorder recorder = new StatementRecorder();
    private final BoundConnections connections;
    private final Map<String, TestPersistence> persistences = new TreeMap<>();
    private volatile @Nullable String name;

    private TestDatabase(String schema) {
        this.schema = schema.toUpperCase(Locale.ROOT);
        for (SchemaScripts.Script script : SchemaScripts.of(schema)) {
            statements.addAll(OracleGate.statements(script.text()));
        }
        statements.removeAll(grantsOnSequences(statements));
        DataSource application = StatementRecorder.proxy(
                DataSource.class,
                (method, arguments) -> StatementRecorder.call(account(applicationAccount()), method, arguments));
        connections = new BoundConnections(recorder.wrap(application));
    }

    /** @param schema as in the scripts' folder, {@code MONEY} */
    public static TestDatabase of(String schema) {
        return new TestDatabase(schema);
    }

    /** As the service sees it: the application account; inside a transaction of the test, that transaction's connection. */
    public DataSource dataSource() {
        return connections.dataSource();
    }

    /** For fixtures and looks that the application account may not have: not recorded, not gated, never in a transaction. */
    public DataSource ownerDataSource() {
        return account(schema);
    }

    /** The framework's SQL on {@link #dataSource()}. */
    public Jdbc jdbc() {
        return new Jdbc(dataSource());
    }

    public StatementRecorder recorder() {
        return recorder;
    }

    /** Transactions for tests without JPA; with JPA use {@link TestPersistence#transactions()}. */
    public DatabaseTransactions transactions() {
        return new DatabaseTransactions(connections, List.of());
    }

    /** @param unit the name in the service's {@code META-INF/persistence.xml} */
    public TestPersistence persistence(String unit) {
        return persistences.computeIfAbsent(unit, u -> new TestPersistence(u, connections));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        reset();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        drop();
        OracleGate.check(recorder.statements());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** Ends everything; without JUnit's help this is where the Oracle gate stands. */
    @Override
    public void close() {
        persistences.values().forEach(TestPersistence::close);
        persistences.clear();
        drop();
        OracleGate.check(recorder.statements());
    }

    /** An empty schema again, and nothing recorded. */
    public void reset() {
        drop();
        recorder.clear();
        ready();
        persistences.values().forEach(TestPersistence::forget);
    }

    /** The job repository's schema is settlement's second one. */
    private String applicationAccount() {
        return (schema.equals("SETTLEMENT_JOBS") ? "SETTLEMENT" : schema) + "_APP";
    }

    private JdbcDataSource account(String user) {
        return dataSource(ready(), user, ";SCHEMA=" + schema);
    }

    private synchronized String ready() {
        String current = name;
        if (current == null) {
            current = schema.toLowerCase(Locale.ROOT) + NUMBERS.incrementAndGet();
            create(current);
            name = current;
        }
        return current;
    }

    private void create(String database) {
        execute(
                dataSource(database, "SA", ";DB_CLOSE_DELAY=-1"),
                List.of(
                        "CREATE USER " + schema + " PASSWORD 'p'",
                        "CREATE SCHEMA " + schema + " AUTHORIZATION " + schema,
                        "CREATE USER " + applicationAccount() + " PASSWORD 'p'"));
        execute(dataSource(database, schema, ";SCHEMA=" + schema), statements);
    }

    /** H2 has no rights on sequences: whoever sees the schema may draw from them. */
    private static List<String> grantsOnSequences(List<String> statements) {
        List<String> sequences = statements.stream()
                .map(CREATE_SEQUENCE::matcher)
                .filter(Matcher::find)
                .map(created -> created.group(1).toUpperCase(Locale.ROOT))
                .toList();
        return statements.stream()
                .filter(sql -> {
                    Matcher grant = GRANT.matcher(sql);
                    return grant.find() && sequences.contains(grant.group(1).toUpperCase(Locale.ROOT));
                })
                .toList();
    }

    private synchronized void drop() {
        String current = name;
        if (current != null) {
            name = null;
            execute(dataSource(current, "SA", ""), List.of("SHUTDOWN"));
        }
    }

    private static JdbcDataSource dataSource(String database, String user, String settings) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + database + SETTINGS + settings);
        dataSource.setUser(user);
        dataSource.setPassword(user.equals("SA") ? "" : "p");
        return dataSource;
    }

    private static void execute(DataSource dataSource, List<String> statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                executeOne(statement, sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the test database does not open", e);
        }
    }

    private static void executeOne(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("a script of the schema fails: " + sql, e);
        }
    }
}
