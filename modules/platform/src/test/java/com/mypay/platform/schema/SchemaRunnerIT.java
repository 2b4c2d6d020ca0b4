package com.mypay.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.platform.database.Database;
import com.mypay.platform.database.DatabaseServer;
import com.mypay.platform.process.ServerJvm;
import com.mypay.platform.process.StartRefused;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaRunnerIT {
    private static final int H2_NOT_ENOUGH_RIGHTS = 90096;
    private static final int H2_ADMIN_RIGHTS_REQUIRED = 90040;
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private static final String POSTINGS = """
            -- Postings are added and never changed.
            CREATE TABLE POSTING (
              ID NUMBER(18) NOT NULL,
              AMOUNT_WON NUMBER(15) NOT NULL,
              CONSTRAINT POSTING_PK PRIMARY KEY (ID)
            );

            CREATE SEQUENCE POSTING_SEQ START WITH 1 INCREMENT BY 50;
            """;

    private static final String POSTING_GRANTS = """
            -- rights
            GRANT SELECT, INSERT ON POSTING TO MONEY_APP;
            GRANT SELECT ON POSTING_SEQ TO MONEY_APP;
            """;

    private final Locale before = Locale.getDefault();
    private Path directory;

    @TempDir
    private Path scripts;

    private Database database;

    @BeforeAll
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterAll
    void localeAsItWas() {
        Locale.setDefault(before);
    }

    @BeforeEach
    void start(@TempDir Path temporary) throws Exception {
        directory = temporary;
        database = Database.start(directory);
        for (Schema schema : Schema.ALL) {
            Files.createDirectories(scripts.resolve(schema.folder()));
            write(schema.folder(), "V001__start.sql", "CREATE TABLE START_TABLE (ID NUMBER(9) NOT NULL);\n");
            write(
                    schema.folder(),
                    "grants.sql",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON START_TABLE TO " + schema.applicationAccount() + ";\n");
        }
        write("money", "V002__postings.sql", POSTINGS);
        write("money", "grants.sql", "GRANT SELECT, INSERT ON START_TABLE TO MONEY_APP;\n" + POSTING_GRANTS);
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
    }

    @Test
    void scriptsOfMyPayAreAppliedOnceAndInOrder() throws Exception {
        List<String> first = new SchemaRunner(settings(Optional.empty()), NOWHERE).run();
        List<String> second = new SchemaRunner(settings(Optional.empty()), NOWHERE).run();

        assertThat(first)
                .contains("db/membership/V001__framework.sql", "db/settlement_jobs/V001__batch_repository.sql");
        for (Schema schema : Schema.ALL) {
            assertThat(first.stream().filter(name -> name.startsWith("db/" + schema.folder() + "/")))
                    .isNotEmpty()
                    .isSorted();
        }
        assertThat(second).isEmpty();
    }

    @Test
    void serviceThatAnEarlierVersionDidNotHaveIsAdded() throws Exception {
        run();
        try (Connection administrator = database.administrator();
                Statement statement = administrator.createStatement()) {
            statement.execute("DROP SCHEMA REMITTANCE CASCADE");
            statement.execute("DROP USER REMITTANCE_APP");
            statement.execute("DROP USER REMITTANCE");
        }

        assertThat(run())
                .containsExactly(scripts.resolve("remittance/V001__start.sql").toString());
        try (Connection remittance = application("REMITTANCE");
                Statement statement = remittance.createStatement()) {
            assertThat(statement.executeUpdate("INSERT INTO START_TABLE (ID) VALUES (1)"))
                    .isEqualTo(1);
        }
    }

    @Test
    void laterScriptIsAppliedAlone() throws Exception {
        run();
        write("money", "V003__notes.sql", "ALTER TABLE POSTING ADD NOTE VARCHAR2(100);\n");

        assertThat(run())
                .containsExactly(scripts.resolve("money/V003__notes.sql").toString());
    }

    @Test
    void twoAtOnceApplyEachScriptOnce() throws Exception {
        List<ServerJvm> runners = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            runners.add(ServerJvm.launch(
                    SchemaRunner.class,
                    directory,
                    environment(),
                    "--url",
                    database.url(),
                    "--scripts",
                    scripts.toString()));
        }
        List<String> lines = new ArrayList<>();
        for (ServerJvm runner : runners) {
            assertThat(runner.exitCode()).as(runner.output()).isZero();
            lines.addAll(runner.output().lines().toList());
            runner.close();
        }
        assertThat(lines).hasSize(Schema.ALL.size() + 1).doesNotHaveDuplicates();
        assertThat(lines).allSatisfy(line -> assertThat(line).startsWith("applied "));
        assertThat(run()).isEmpty();
    }

    @Test
    void editedScriptIsRefusedByNameAndNothingIsChanged() throws Exception {
        run();
        write("money", "V002__postings.sql", POSTINGS.replace("NUMBER(15)", "NUMBER(18)"));
        write("banking", "V002__later.sql", "CREATE TABLE LATER (ID NUMBER(9));\n");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(this::run)
                .withMessageStartingWith("the script " + scripts.resolve("money/V002__postings.sql")
                        + " was edited after it was applied");
        assertThat(numbers("BANKING", "SELECT COUNT(*) FROM SCHEMA_HISTORY WHERE \"version\" IS NOT NULL"))
                .containsExactly(1);
    }

    @Test
    void scriptThatIsGoneIsRefused() throws Exception {
        run();
        Files.delete(scripts.resolve("money/V002__postings.sql"));
        write("money", "grants.sql", "GRANT SELECT ON START_TABLE TO MONEY_APP;\n");

        assertThatExceptionOfType(StartRefused.class).isThrownBy(this::run).withMessageContaining("V002__postings.sql");
    }

    @Test
    void failedScriptIsToldByNameAndRunsAgainWhenAsked() throws Exception {
        write("money", "V003__broken.sql", "CREATE TABLE NOTE (ID NUMBER(9));\nALTER TABLE NOWHERE ADD X NUMBER(1);\n");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(this::run)
                .withMessageContaining("V003__broken.sql failed")
                .withMessageContaining("NOWHERE");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(this::run)
                .withMessageContaining("V003__broken.sql failed in an earlier run");

        try (Connection administrator = database.administrator();
                Statement statement = administrator.createStatement()) {
            statement.execute("DROP TABLE MONEY.NOTE");
        }
        write("money", "V003__broken.sql", "CREATE TABLE NOTE (ID NUMBER(9));\n");
        write(
                "money",
                "grants.sql",
                Files.readString(scripts.resolve("money/grants.sql")) + "GRANT SELECT, INSERT ON NOTE TO MONEY_APP;\n");
        SchemaRunner again = new SchemaRunner(
                new SchemaRunner.Settings(
                        database.url(), DatabaseServer.ADMINISTRATOR, Optional.of(scripts), false, true, environment()),
                NOWHERE);
        assertThat(again.run())
                .contains(scripts.resolve("money/V003__broken.sql").toString());
    }

    @Test
    void historySaysWhoAndWhenAndTheApplicationReadsTheVersion() throws Exception {
        run();

        try (Connection application = application("MONEY");
                Statement statement = application.createStatement()) {
            try (ResultSet version = statement.executeQuery(SchemaRunner.VERSION_QUERY)) {
                assertThat(version.next()).isTrue();
                assertThat(version.getString(1)).isEqualTo("002");
            }
            try (ResultSet history = statement.executeQuery(
                    "SELECT \"installed_by\", \"installed_on\" FROM SCHEMA_HISTORY WHERE \"version\" = '002'")) {
                assertThat(history.next()).isTrue();
                assertThat(history.getString(1)).isEqualTo(System.getProperty("user.name"));
                assertThat(history.getTimestamp(2)).isNotNull();
            }
            assertRefused(statement, "DELETE FROM SCHEMA_HISTORY", H2_NOT_ENOUGH_RIGHTS);
        }
    }

    @Test
    void applicationAccountHasRightsOnRowsAndNothingElse() throws Exception {
        run();

        try (Connection application = application("MONEY");
                Statement statement = application.createStatement()) {
            statement.executeUpdate("INSERT INTO POSTING (ID, AMOUNT_WON) VALUES (POSTING_SEQ.NEXTVAL, 30000)");
            assertRefused(statement, "UPDATE POSTING SET AMOUNT_WON = 1", H2_NOT_ENOUGH_RIGHTS);
            assertRefused(statement, "DELETE FROM POSTING", H2_NOT_ENOUGH_RIGHTS);
            assertRefused(statement, "TRUNCATE TABLE POSTING", H2_NOT_ENOUGH_RIGHTS);
            assertRefused(
                    statement,
                    "MERGE INTO POSTING P USING DUAL ON (P.ID = 1) WHEN MATCHED THEN UPDATE SET AMOUNT_WON = 1",
                    H2_NOT_ENOUGH_RIGHTS);
            assertRefused(statement, "SELECT COUNT(*) FROM PAYMENT.START_TABLE", H2_NOT_ENOUGH_RIGHTS);
            assertRefused(statement, "INSERT INTO SETTLEMENT_JOBS.START_TABLE (ID) VALUES (1)", H2_NOT_ENOUGH_RIGHTS);
            for (String ddl : List.of(
                    "CREATE TABLE MINE (ID NUMBER(9))",
                    "DROP TABLE POSTING",
                    "ALTER TABLE POSTING ADD X NUMBER(1)",
                    "CREATE INDEX POSTING_IX ON POSTING (AMOUNT_WON)",
                    "DROP SEQUENCE POSTING_SEQ",
                    "CREATE SCHEMA MINE",
                    "CREATE USER ME PASSWORD 'x'",
                    "GRANT UPDATE ON POSTING TO MONEY_APP",
                    "CREATE ALIAS SHELL AS 'int shell() { return 1; }'",
                    "SET WRITE_DELAY 500")) {
                assertThatThrownBy(() -> statement.execute(ddl))
                        .as(ddl)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getErrorCode()).isIn(H2_NOT_ENOUGH_RIGHTS, H2_ADMIN_RIGHTS_REQUIRED));
            }
        }
    }

    @Test
    void settlementWorksInBothItsSchemas() throws Exception {
        run();

        try (Connection settlement = application("SETTLEMENT");
                Connection jobs = DriverManager.getConnection(
                        database.url() + ";SCHEMA=SETTLEMENT_JOBS", "SETTLEMENT_APP", "SETTLEMENT_APP-secret");
                Statement inSettlement = settlement.createStatement();
                Statement inJobs = jobs.createStatement()) {
            assertThat(inSettlement.executeUpdate("INSERT INTO START_TABLE (ID) VALUES (1)"))
                    .isOne();
            assertThat(inJobs.executeUpdate("INSERT INTO START_TABLE (ID) VALUES (2)"))
                    .isOne();
        }
    }

    @Test
    void rightThatIsTakenOutOfTheFileIsTakenBack() throws Exception {
        run();
        write("payment", "grants.sql", "GRANT SELECT, INSERT ON START_TABLE TO PAYMENT_APP;\n");
        run();

        try (Connection application = application("PAYMENT");
                Statement statement = application.createStatement()) {
            statement.executeUpdate("INSERT INTO START_TABLE (ID) VALUES (1)");
            assertRefused(statement, "DELETE FROM START_TABLE", H2_NOT_ENOUGH_RIGHTS);
        }
    }

    @Test
    void tableWithoutALineInGrantsIsRefused() throws Exception {
        write(
                "money",
                "V003__forgotten.sql",
                "CREATE TABLE FORGOTTEN (ID NUMBER(9));\nCREATE SEQUENCE FORGOTTEN_SEQ;\n");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(this::run)
                .withMessage(scripts.resolve("money/grants.sql") + " has no line for: FORGOTTEN, FORGOTTEN_SEQ");
    }

    @Test
    void lineForWhatIsNotThereIsRefused() throws Exception {
        write(
                "payment",
                "grants.sql",
                Files.readString(scripts.resolve("payment/grants.sql"))
                        + "GRANT SELECT ON STRAT_TABLE TO PAYMENT_APP;\n");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(this::run)
                .withMessageContaining("line for what the scripts don't make: STRAT_TABLE");
    }

    @Test
    void grantsThatGiveMoreThanRightsOnRowsAreRefused() throws Exception {
        for (String line : List.of(
                "GRANT ALL ON START_TABLE TO PAYMENT_APP;",
                "GRANT SELECT ON START_TABLE TO MONEY_APP;",
                "GRANT SELECT ON START_TABLE TO PUBLIC;",
                "GRANT SELECT ON START_TABLE TO PAYMENT_APP WITH GRANT OPTION;",
                "DROP TABLE START_TABLE;")) {
            write("payment", "grants.sql", "-- rights\n" + line + "\n");
            assertThatExceptionOfType(StartRefused.class)
                    .as(line)
                    .isThrownBy(this::run)
                    .withMessageContaining("grants.sql, line 2");
        }
    }

    @Test
    void applicationPasswordFollowsTheEnvironment() throws Exception {
        run();
        Map<String, String> changed = new HashMap<>(environment());
        changed.put("MYPAY_DATABASE_MONEY_APP_PASSWORD", "it's another");
        new SchemaRunner(
                        new SchemaRunner.Settings(
                                database.url(),
                                DatabaseServer.ADMINISTRATOR,
                                Optional.of(scripts),
                                false,
                                false,
                                changed),
                        NOWHERE)
                .run();

        assertThatThrownBy(() -> application("MONEY").close()).isInstanceOf(SQLException.class);
        DriverManager.getConnection(database.url(), "MONEY_APP", "it's another").close();
    }

    @Test
    void scriptsThatADbaRanAreNotedWithoutBeingRun() throws Exception {
        run();
        try (Connection administrator = database.administrator();
                Statement statement = administrator.createStatement()) {
            for (Schema schema : Schema.ALL) {
                statement.execute("DROP TABLE " + schema.name() + ".SCHEMA_HISTORY");
            }
        }
        new SchemaRunner(
                        new SchemaRunner.Settings(
                                database.url(),
                                DatabaseServer.ADMINISTRATOR,
                                Optional.of(scripts),
                                true,
                                false,
                                environment()),
                        NOWHERE)
                .run();

        try (Connection application = application("MONEY");
                Statement statement = application.createStatement();
                ResultSet version = statement.executeQuery(SchemaRunner.VERSION_QUERY)) {
            assertThat(version.next()).isTrue();
            assertThat(version.getString(1)).isEqualTo("002");
        }
        assertThat(run()).isEmpty();
    }

    @Test
    void deadDatabaseIsOneLineAndExitCodeTwo() throws Exception {
        int port = ServerJvm.freePort();
        for (String url : List.of(
                "jdbc:h2:tcp://127.0.0.1:" + port + "/mypay;MODE=Oracle",
                "jdbc:oracle:thin:@//127.0.0.1:" + port + "/mypay")) {
            try (ServerJvm runner = ServerJvm.launch(SchemaRunner.class, directory, environment(), "--url", url)) {
                assertThat(runner.exitCode()).isEqualTo(2);
                assertThat(runner.output().lines())
                        .hasSize(1)
                        .first()
                        .asString()
                        .startsWith("the database " + url + " can't be worked with: ");
            }
        }
    }

    @Test
    void missingPasswordIsToldByTheVariablesName() {
        Map<String, String> incomplete = new HashMap<>(environment());
        incomplete.remove("MYPAY_DATABASE_PAYMENT_APP_PASSWORD");
        SchemaRunner runner = new SchemaRunner(
                new SchemaRunner.Settings(
                        database.url(), DatabaseServer.ADMINISTRATOR, Optional.of(scripts), false, false, incomplete),
                NOWHERE);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(runner::run)
                .withMessageContaining("MYPAY_DATABASE_PAYMENT_APP_PASSWORD");
    }

    private List<String> run() throws Exception {
        return new SchemaRunner(settings(Optional.of(scripts)), NOWHERE).run();
    }

    private SchemaRunner.Settings settings(Optional<Path> from) {
        return new SchemaRunner.Settings(
                database.url(), DatabaseServer.ADMINISTRATOR, from, false, false, environment());
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put(DatabaseServer.ADMINISTRATOR_PASSWORD, Database.PASSWORD);
        for (Schema schema : Schema.ALL) {
            environment.put(
                    Schema.passwordVariable(schema.applicationAccount()), schema.applicationAccount() + "-secret");
            environment.put(Schema.passwordVariable(schema.name()), schema.name() + "-secret");
        }
        return environment;
    }

    private Connection application(String schema) throws SQLException {
        return DriverManager.getConnection(
                database.url() + ";SCHEMA=" + schema, schema + "_APP", schema + "_APP-secret");
    }

    private List<Integer> numbers(String schema, String sql) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        try (Connection application = application(schema);
                Statement statement = application.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        return numbers;
    }

    private static void assertRefused(Statement statement, String sql, int code) {
        assertThatThrownBy(() -> statement.execute(sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(code));
    }

    private void write(String folder, String file, String text) throws Exception {
        Files.writeString(scripts.resolve(folder).resolve(file), text);
    }
}
