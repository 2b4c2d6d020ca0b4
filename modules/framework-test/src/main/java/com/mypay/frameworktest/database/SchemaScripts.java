package com.mypay.frameworktest.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.frameworktest.ClasspathFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The scripts of one schema as they lie on the classpath: {@code db/<schema>/V*.sql} in the order of their numbers,
 * then {@code grants.sql}.
 */
final class SchemaScripts {
    private static final String GRANTS = "grants.sql";

    private SchemaScripts() {}

    record Script(String name, String text) {}

    static List<Script> of(String schema) {
        String folder = "db/" + schema.toLowerCase(Locale.ROOT) + "/";
        List<String> names = ClasspathFolder.names(folder);
        if (!names.contains(GRANTS)) {
            throw new IllegalArgumentException("there is no " + folder + GRANTS + " on the classpath");
        }
        Stream<String> versions = names.stream()
                .filter(name -> name.startsWith("V") && name.endsWith(".sql"))
                .sorted();
        return Stream.concat(versions, Stream.of(GRANTS))
                .map(name -> new Script(folder + name, read(folder + name)))
                .toList();
    }

    private static String read(String resource) {
        try (InputStream in = SchemaScripts.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + resource + " on the classpath");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " can't be read", e);
        }
    }
}
