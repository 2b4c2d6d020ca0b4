package com.mypay.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every script has to keep to so that a DBA can run it by hand in sqlplus, and both databases take it. */
class ScriptsTest {
    private static final Pattern NAME = Pattern.compile("V\\d{3}__[a-z0-9]+(_[a-z0-9]+)*\\.sql|grants\\.sql");
    private static final Pattern CREATED =
            Pattern.compile("(?:CREATE (?:TABLE|SEQUENCE|(?:UNIQUE )?INDEX)|CONSTRAINT) ([^\\s(;]+)");
    private static final Pattern FITTING_NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern NAMED = Pattern.compile("CONSTRAINT \\S+\\s+(PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY)");
    private static final Pattern CONSTRAINT =
            Pattern.compile("\\b(PRIMARY KEY|UNIQUE(?! INDEX)|CHECK|FOREIGN KEY)\\b|\\bREFERENCES \\w+\\.");
    private static final Pattern SQLPLUS_LINE =
            Pattern.compile("^\\s*(/|SET|PROMPT|ACCEPT|DEFINE|WHENEVER|@.*)\\b?.*$", Pattern.CASE_INSENSITIVE);

    /** Their rows have a time after which nobody needs them. */
    private static final Set<String> OF_THE_FRAMEWORK = Set.of("QUEUE_LOG", "RELAY_LEASE", "COMMAND_REQUEST");

    /** Shown to a sender for some minutes, then forgotten: what was sent stands in REMITTANCE. */
    private static final Set<String> FORGOTTEN = Set.of("remittance.CONFIRMATION");

    /** Lines are deleted once they are in the archive; what has come is merged; what was put aside is taken again. */
    private static final Pattern OF_A_LOG =
            Pattern.compile("(image|business|error)log\\.LOG_(LINE_\\d\\d|RANGE|QUARANTINE)");

    /** Besides the histories. */
    private static final Set<String> WRITTEN_ONCE = Set.of(
            "money.ENTRY",
            "money.POSTING",
            "money.BOOKED_ONCE",
            "money.ACCOUNT_CHECKPOINT",
            "payment.SLIP",
            "settlement.SETTLEMENT_LINE");

    @Test
    void everyScriptCanBeRunByHand() throws Exception {
        List<String> findings = new ArrayList<>();
        for (Schema schema : Schema.ALL) {
            scripts(schema).forEach((name, text) -> findings.addAll(findings(schema.folder() + "/" + name, text)));
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void whatCanNotBeRunByHandIsFound() {
        assertThat(findings("V1__x.sql", "")).singleElement().asString().contains("name");
        assertThat(findings("V001__Bad Name.sql", ""))
                .singleElement()
                .asString()
                .contains("name");
        String name = "V001__x.sql";
        assertThat(findings(name, "CREATE TABLE T (\n  A NUMBER(9)\n);\n")).isEmpty();
        assertThat(findings(name, "CREATE TABLE T (\n\n  A NUMBER(9)\n);\n")).hasSize(1);
        assertThat(findings(name, "CREATE TABLE T (A NUMBER(9))\n")).hasSize(1);
        assertThat(findings(name, "CREATE TABLE T (A NUMBER(9));\n/\n")).isNotEmpty();
        assertThat(findings(name, "SET DEFINE OFF\n")).isNotEmpty();
        assertThat(findings(name, "INSERT INTO T (A) VALUES ('Kim & Son');\n")).hasSize(1);
        assertThat(findings(name, "INSERT INTO T (A) VALUES ('${name}');\n")).hasSize(1);
        assertThat(findings(name, "CREATE TABLE MONEY.T (A NUMBER(9));\n")).hasSize(1);
        assertThat(findings(name, "CREATE TABLE t (A NUMBER(9));\n")).hasSize(1);
        assertThat(findings(name, "CREATE SEQUENCE A23456789_123456789_123456789_1;\n"))
                .hasSize(1);
        assertThat(findings(name, "CREATE TABLE T (\n  A NUMBER(9),\n  PRIMARY KEY (A)\n);\n"))
                .hasSize(1);
        assertThat(findings(name, "CREATE TABLE T (\n  A NUMBER(1) CHECK (A IN (0, 1))\n);\n"))
                .hasSize(1);
        assertThat(findings(name, "ALTER TABLE T ADD CONSTRAINT T_CK\n  CHECK (A IN (0, 1));\n"))
                .isEmpty();
        assertThat(findings(name, "BEGIN\n  NULL;\nEND;\n")).hasSize(1);
    }

    @Test
    void tablesOfTheFrameworkAreTheSameInEverySchemaOfAService() throws Exception {
        Map<String, String> texts = new TreeMap<>();
        for (Schema schema : Schema.ALL) {
            if (!schema.name().endsWith("_JOBS")) {
                texts.put(schema.folder(), String.valueOf(scripts(schema).get("V001__framework.sql")));
            }
        }
        assertThat(texts).hasSize(9);
        assertThat(texts.values()).first().asString().contains("CREATE TABLE QUEUE_LOG");
        assertThat(texts.values().stream().distinct()).hasSize(1);
    }

    @Test
    void theThreeLogsHaveTheSameTables() throws Exception {
        Map<String, String> texts = new TreeMap<>();
        for (Schema schema : Schema.ALL) {
            if (schema.name().endsWith("LOG")) {
                texts.put(schema.folder(), String.valueOf(scripts(schema).get("V002__log_lines.sql")));
            }
        }
        assertThat(texts).hasSize(3);
        assertThat(texts.values()).first().asString().contains("CREATE TABLE LOG_LINE_31");
        assertThat(texts.values().stream().distinct()).hasSize(1);
    }

    @Test
    void nobodyDeletesWhatTheBusinessHasWrittenAndHistoryIsOnlyAddedTo() throws Exception {
        List<String> findings = new ArrayList<>();
        for (Schema schema : Schema.ALL) {
            if (!schema.name().endsWith("_JOBS")) {
                findings.addAll(excessiveRights(
                        schema.folder(), String.valueOf(scripts(schema).get("grants.sql"))));
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void excessiveRightsAreFound() {
        assertThat(excessiveRights("money", "GRANT SELECT, INSERT ON POSTING TO MONEY_APP;"))
                .isEmpty();
        assertThat(excessiveRights("money", "GRANT SELECT, INSERT, UPDATE ON HOLD TO MONEY_APP;"))
                .isEmpty();
        assertThat(excessiveRights("money", "GRANT SELECT, DELETE ON QUEUE_LOG TO MONEY_APP;"))
                .isEmpty();
        assertThat(excessiveRights("money", "GRANT SELECT, INSERT, UPDATE ON POSTING TO MONEY_APP;"))
                .hasSize(1);
        assertThat(excessiveRights("money", "GRANT SELECT, UPDATE ON STATUS_HISTORY TO MONEY_APP;"))
                .hasSize(1);
        assertThat(excessiveRights("money", "GRANT SELECT, DELETE ON HOLD TO MONEY_APP;"))
                .hasSize(1);
        assertThat(excessiveRights("errorlog", "GRANT SELECT, INSERT, DELETE ON LOG_LINE_01 TO ERRORLOG_APP;"))
                .isEmpty();
        assertThat(excessiveRights("errorlog", "GRANT SELECT, UPDATE ON LOG_LINE_01 TO ERRORLOG_APP;"))
                .hasSize(1);
        assertThat(excessiveRights("errorlog", "GRANT SELECT, DELETE ON LOG_ARCHIVE TO ERRORLOG_APP;"))
                .hasSize(1);
    }

    private static List<String> excessiveRights(String folder, String grants) {
        List<String> findings = new ArrayList<>();
        Matcher grant = Pattern.compile("GRANT (.+) ON (\\w+) TO").matcher(grants);
        while (grant.find()) {
            String table = grant.group(2);
            String name = folder + "." + table;
            boolean written =
                    table.endsWith("_HISTORY") || table.startsWith("LOG_LINE_") || WRITTEN_ONCE.contains(name);
            boolean forgotten = OF_THE_FRAMEWORK.contains(table)
                    || FORGOTTEN.contains(name)
                    || OF_A_LOG.matcher(name).matches();
            boolean deletes = grant.group(1).contains("DELETE") && !forgotten;
            boolean changes = grant.group(1).contains("UPDATE") && written;
            if (deletes || changes) {
                findings.add(folder + ": " + grant.group());
            }
        }
        return findings;
    }

    private static List<String> findings(String name, String text) {
        List<String> findings = new ArrayList<>();
        if (!NAME.matcher(name.substring(name.indexOf('/') + 1)).matches()) {
            findings.add(name + ": the name must read V001__words.sql");
        }
        if (text.contains("&") || text.contains("${")) {
            findings.add(name + ": a placeholder of sqlplus or Flyway");
        }
        StringBuilder code = new StringBuilder();
        boolean inStatement = false;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String where = name + ", line " + number + ": ";
            if (line.isBlank() && inStatement) {
                findings.add(where + "sqlplus ends a statement at a blank line");
            }
            if (line.isBlank() || line.strip().startsWith("--")) {
                continue;
            }
            if (!inStatement && SQLPLUS_LINE.matcher(line).matches()) {
                findings.add(where + "a command of sqlplus, not of SQL");
            }
            if (line.strip().equals("BEGIN") || line.strip().equals("DECLARE")) {
                findings.add(where + "PL/SQL");
            }
            code.append(line).append('\n');
            inStatement = !line.stripTrailing().endsWith(";");
        }
        if (inStatement) {
            findings.add(name + ": the last statement doesn't end with ;");
        }
        Matcher created = CREATED.matcher(code);
        while (created.find()) {
            if (!FITTING_NAME.matcher(created.group(1)).matches()) {
                findings.add(
                        name + ": " + created.group(1) + " must be in capitals, unqualified, 30 characters at most");
            }
        }
        String unnamed = NAMED.matcher(TEXT.matcher(code).replaceAll("''")).replaceAll("");
        if (CONSTRAINT.matcher(unnamed).find()) {
            findings.add(name + ": a constraint without a name, or a reference into another schema");
        }
        return findings;
    }

    private static Map<String, String> scripts(Schema schema) throws Exception {
        URL folder = ScriptsTest.class.getClassLoader().getResource("db/" + schema.folder());
        assertThat(folder).as(schema.folder()).isNotNull();
        URI uri = folder.toURI();
        if (!uri.getScheme().equals("jar")) {
            return read(Path.of(uri));
        }
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            return read(jar.getPath("db", schema.folder()));
        }
    }

    private static Map<String, String> read(Path folder) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
