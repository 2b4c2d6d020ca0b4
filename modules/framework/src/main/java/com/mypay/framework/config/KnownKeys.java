package com.mypay.framework.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every {@code mypay.*} key with its meaning, from the files {@value #FILE} of the framework and of each service. A
 * key that isn't there stops the start.
 */
final class KnownKeys {

    static final String FILE = "META-INF/mypay-keys.properties";

    private static final Set<String> SERVICES =
            Set.of("membership", "banking", "money", "remittance", "payment", "settlement", "logs", "batch");
    private static final int SIMILAR = 3;

    private final Set<String> names;

    private KnownKeys(Set<String> names) {
        this.names = names;
    }

    static KnownKeys onClasspath() {
        Set<String> names = new TreeSet<>();
        try {
            ClassLoader loader = KnownKeys.class.getClassLoader();
            for (URL file : Collections.list(loader.getResources(FILE))) {
                Properties keys = new Properties();
                try (InputStream in = file.openStream()) {
                    keys.load(in);
                }
                names.addAll(keys.stringPropertyNames());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the lists of known keys can't be read", e);
        }
        return new KnownKeys(names);
    }

    boolean contains(String key) {
        return names.contains(key);
    }

    boolean isServiceName(String name) {
        return SERVICES.contains(name);
    }

    Optional<String> mostSimilar(String key) {
        return names.stream()
                .filter(name -> distance(name, key) <= SIMILAR)
                .min(Comparator.comparingInt(name -> distance(name, key)));
    }

    /** Levenshtein's: how many letters to change. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
