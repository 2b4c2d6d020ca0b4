package com.mypay.platform.schema;

import com.mypay.platform.process.StartRefused;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a schema's {@code grants.sql} says: for each table and sequence what the application account may do. It is plain
 * SQL that a DBA runs as it is; here it is held to exactly one form, so that it can't give more than rights on rows.
 */
final class Grants {
    static final String FILE = "grants.sql";

    static final String ORACLE_TABLES = "SELECT TABLE_NAME FROM USER_TABLES";
    static final String ORACLE_SEQUENCES = "SELECT SEQUENCE_NAME FROM USER_SEQUENCES";

    private static final Pattern GRANT =
            Pattern.compile("GRANT ((?:SELECT|INSERT|UPDATE|DELETE)(?:, (?:SELECT|INSERT|UPDATE|DELETE))*)"
                    + " ON ([A-Z][A-Z0-9_]*) TO ([A-Z][A-Z0-9_]*);");

    private final Schema schema;
    private final String file;
    private final Map<String, Set<String>> kindsByObject;

    private Grants(Schema schema, String file, Map<String, Set<String>> kindsByObject) {
        this.schema = schema;
        this.file = file;
        this.kindsByObject = kindsByObject;
    }

    static Grants read(Scripts scripts, Schema schema) throws IOException, StartRefused {
        String file = scripts.name(schema, FILE);
        Map<String, Set<String>> kindsByObject = new TreeMap<>();
        List<String> lines = scripts.read(schema, FILE).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("--")) {
                continue;
            }
            Matcher grant = GRANT.matcher(line);
            if (!grant.matches()
                    || !grant.group(3).equals(schema.applicationAccount())
                    || kindsByObject.put(grant.group(2), kinds(grant.group(1))) != null) {
                throw new StartRefused("schema.grantForm", file, i + 1, schema.applicationAccount());
            }
        }
        return new Grants(schema, file, kindsByObject);
    }

    private static Set<String> kinds(String list) {
        return new TreeSet<>(Arrays.asList(list.split(", ")));
    }

    /** Gives the rights on the embedded database, and takes back what the file doesn't say any more. */
    void applyToH2(Connection owner) throws SQLException, StartRefused {
        Set<String> sequences = names(
                owner, "SELECT SEQUENCE_NAME FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = ?", schema);
        Set<String> tables = names(
                owner,
                "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
                        + " WHERE TABLE_SCHEMA = ? AND TABLE_TYPE = 'BASE TABLE'",
                schema);
        requireLineFor(tables, sequences);
        Map<String, Set<String>> wanted = new TreeMap<>(kindsByObject);
        // There are no rights on sequences on H2: who may work in the database may draw a number.
        wanted.keySet().removeAll(sequences);
        wanted.put(SchemaRunner.HISTORY_TABLE, Set.of("SELECT"));
        Map<String, Set<String>> given = rightsOnH2(owner);
        try (Statement statement = owner.createStatement()) {
            for (String table : tables) {
                Set<String> tooMany = new TreeSet<>(given.getOrDefault(table, Set.of()));
                tooMany.removeAll(wanted.getOrDefault(table, Set.of()));
                if (!tooMany.isEmpty()) {
                    statement.execute(sentence("REVOKE", tooMany, table, "FROM"));
                }
            }
            for (Map.Entry<String, Set<String>> grant : wanted.entrySet()) {
                if (!given.getOrDefault(grant.getKey(), Set.of()).containsAll(grant.getValue())) {
                    statement.execute(sentence("GRANT", grant.getValue(), grant.getKey(), "TO"));
                }
            }
        }
    }

    /** Gives the rights on Oracle. What the file doesn't say any more a DBA takes back. */
    void applyToOracle(Connection owner) throws SQLException, StartRefused {
        requireLineFor(names(owner, ORACLE_TABLES), names(owner, ORACLE_SEQUENCES));
        try (Statement statement = owner.createStatement()) {
            for (String sentence : oracleSentences()) {
                statement.execute(sentence);
            }
        }
    }

    List<String> oracleSentences() {
        Map<String, Set<String>> wanted = new TreeMap<>(kindsByObject);
        wanted.put(SchemaRunner.HISTORY_TABLE, Set.of("SELECT"));
        return wanted.entrySet().stream()
                .map(grant -> sentence("GRANT", grant.getValue(), grant.getKey(), "TO"))
                .toList();
    }

    /** A forgotten table shows when a service first uses it; a forgotten sequence would show on Oracle only. */
    private void requireLineFor(Set<String> tables, Set<String> sequences) throws StartRefused {
        Set<String> objects = new TreeSet<>(tables);
        objects.addAll(sequences);
        objects.remove(SchemaRunner.HISTORY_TABLE);
        List<String> forgotten = new ArrayList<>(objects);
        forgotten.removeAll(kindsByObject.keySet());
        if (!forgotten.isEmpty()) {
            throw new StartRefused("schema.grantMissing", file, String.join(", ", forgotten));
        }
        List<String> unknown = new ArrayList<>(kindsByObject.keySet());
        unknown.removeAll(objects);
        if (!unknown.isEmpty()) {
            throw new StartRefused("schema.grantUnknown", file, String.join(", ", unknown));
        }
    }

    private String sentence(String verb, Set<String> kinds, String object, String preposition) {
        return verb + " " + String.join(", ", kinds) + " ON " + object + " " + preposition + " "
                + schema.applicationAccount();
    }

    private Map<String, Set<String>> rightsOnH2(Connection owner) throws SQLException {
        Map<String, Set<String>> given = new TreeMap<>();
        try (PreparedStatement query =
                owner.prepareStatement("SELECT TABLE_NAME, PRIVILEGE_TYPE FROM INFORMATION_SCHEMA.TABLE_PRIVILEGES"
                        + " WHERE TABLE_SCHEMA = ? AND GRANTEE = ?")) {
            query.setString(1, schema.name());
            query.setString(2, schema.applicationAccount());
            try (ResultSet rights = query.executeQuery()) {
                while (rights.next()) {
                    given.computeIfAbsent(rights.getString(1), table -> new TreeSet<>())
                            .add(rights.getString(2));
                }
            }
        }
        return given;
    }

    private static Set<String> names(Connection owner, String sql, Schema... schema) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (PreparedStatement query = owner.prepareStatement(sql)) {
            for (int i = 0; i < schema.length; i++) {
                query.setString(i + 1, schema[i].name());
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }
}
