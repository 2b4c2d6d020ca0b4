package com.mypay.frameworktest.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
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
        URL grants = SchemaScripts.class.getClassLoader().getResource(folder + GRANTS);
        if (grants == null) {
            throw new IllegalArgumentException("there is no " + folder + GRANTS + " on the classpath");
        }
        try {
            Stream<String> versions = names(grants, folder)
                    .filter(name -> name.startsWith("V") && name.endsWith(".sql"))
                    .sorted();
            return Stream.concat(versions, Stream.of(GRANTS))
                    .map(name -> new Script(folder + name, read(folder + name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the scripts in " + folder + " can't be read", e);
        }
    }

    private static Stream<String> names(URL grants, String folder) throws IOException {
        if (grants.openConnection() instanceof JarURLConnection inJar) {
            try (JarFile jar = inJar.getJarFile()) {
                return jar.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(folder))
                        .map(name -> name.substring(folder.length()))
                        .collect(Collectors.toList())
                        .stream();
            }
        }
        Path directory = Path.of(uri(grants)).resolveSibling("");
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList().stream();
        }
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
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
