package com.mypay.cli.play;

import com.mypay.cli.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has signed up completely, with the id that membership gave: kept in the home, so that playing another day of the
 * same people begins at once. Losing the file costs only time: all commands would be repeated and give their first
 * answers. Safe for use by several threads.
 */
public final class Parties {

    private final Path file;
    private final Map<String, Long> idOf = new ConcurrentHashMap<>();

    private Parties(Path file) {
        this.file = file;
    }

    public static Parties of(Home home, String tag) {
        Parties parties = new Parties(home.directory().resolve("parties").resolve(tag + ".tsv"));
        try {
            Files.createDirectories(parties.file.getParent());
            if (Files.exists(parties.file)) {
                parties.read(Files.readAllLines(parties.file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parties;
    }

    Optional<Long> find(String key) {
        return Optional.ofNullable(idOf.get(key));
    }

    public long id(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException(key + " has not signed up"));
    }

    synchronized void add(String key, long memberId) {
        idOf.put(key, memberId);
        try {
            Files.writeString(
                    file, key + "\t" + memberId + "\t.\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line without its last column was being written when something died. */
    private void read(List<String> lines) {
        for (String line : lines) {
            String[] columns = line.split("\t", -1);
            if (columns.length == 3 && columns[2].equals(".")) {
                idOf.put(columns[0], Long.parseLong(columns[1]));
            }
        }
    }
}
