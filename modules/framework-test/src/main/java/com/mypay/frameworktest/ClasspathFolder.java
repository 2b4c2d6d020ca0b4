package com.mypay.frameworktest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** What lies in a folder of the classpath, in directories and in jars. */
public final class ClasspathFolder {

    private ClasspathFolder() {}

    /**
     * The names of the files right in the folder, sorted; empty if there is no such folder.
     *
     * @param folder with a slash at its end, {@code contracts/}
     */
    public static List<String> names(String folder) {
        Set<String> names = new TreeSet<>();
        try {
            for (URL place :
                    Collections.list(ClasspathFolder.class.getClassLoader().getResources(folder))) {
                names.addAll(namesIn(place, folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the classpath's folder " + folder + " can't be read", e);
        }
        return List.copyOf(names);
    }

    private static List<String> namesIn(URL place, String folder) throws IOException {
        if (place.openConnection() instanceof JarURLConnection inJar) {
            inJar.setUseCaches(false);
            try (JarFile jar = inJar.getJarFile()) {
                return jar.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(folder))
                        .map(name -> name.substring(folder.length()))
                        .filter(name -> !name.isEmpty() && name.indexOf('/') < 0)
                        .toList();
            }
        }
        try (Stream<Path> files = Files.list(Path.of(uri(place)))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        }
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
