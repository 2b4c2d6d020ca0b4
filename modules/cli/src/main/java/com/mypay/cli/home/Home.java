package com.mypay.cli.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.cli.CommandFailure;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one directory in which an installation's state lies: {@code mypay.properties}, {@code secrets.properties},
 * {@code db}, {@code broker}, {@code bank}, {@code liberty}, {@code logs}, {@code log-archive}, {@code run}.
 *
 * @param directory absolute
 * @param settings from {@code mypay.properties}
 * @param secrets generated at its creation, readable by its owner only
 */
public record Home(Path directory, Settings settings, Map<String, String> secrets) {

    private static final String SETTINGS = "mypay.properties";
    private static final String SECRETS = "secrets.properties";
    private static final int SECRET_BYTES = 18;
    private static final List<String> SECRET_NAMES = List.of(
            "database.admin",
            "database.membership",
            "database.banking",
            "database.money",
            "database.remittance",
            "database.payment",
            "database.settlement",
            "database.imagelog",
            "database.businesslog",
            "database.errorlog",
            "broker.membership",
            "broker.banking",
            "broker.money",
            "broker.remittance",
            "broker.payment",
            "broker.settlement",
            "broker.logs",
            "broker.operator",
            "keystore",
            "operator");

    /** An installation that is there. */
    public static Home open(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        if (!Files.exists(absolute.resolve(SETTINGS))) {
            throw CommandFailure.refused("home.missing", absolute);
        }
        return new Home(
                absolute,
                Settings.of(read(absolute.resolve(SETTINGS)), absolute.resolve(SETTINGS)),
                withAllSecrets(absolute));
    }

    /**
     * An installation that is there, or a new one.
     *
     * @param portBase for a new one; for one that is there it has to be the same
     */
    public static Home openOrCreate(Path directory, @Nullable Integer portBase) {
        Path absolute = directory.toAbsolutePath().normalize();
        if (!Files.exists(absolute.resolve(SETTINGS))) {
            create(absolute, portBase == null ? Settings.DEFAULT_PORT_BASE : Settings.requirePortBase(portBase));
        }
        Home home = open(absolute);
        if (portBase != null && portBase != home.settings().portBase()) {
            throw CommandFailure.refused(
                    "home.portBase", absolute, plain(home.settings().portBase()), plain(portBase));
        }
        return home;
    }

    /** Starts and stops run one at a time: two at once would undo each other's work. */
    public <T> T whileLocked(Supplier<T> work) {
        try {
            Files.createDirectories(run());
        } catch (IOException e) {
            throw CommandFailure.refused("home.notMade", run(), e.toString());
        }
        try (FileChannel channel =
                FileChannel.open(run().resolve("mypay.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (tryLock(channel) == null) {
                throw CommandFailure.refused("home.locked", directory);
            }
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path run() {
        return directory.resolve("run");
    }

    public Path logs() {
        return directory.resolve("logs");
    }

    /** Log lines that the broker doesn't have yet. */
    public Path logSpool() {
        return directory.resolve("log-spool");
    }

    /** The test clock's file; absent: real time. */
    public Path clock() {
        return directory.resolve("clock");
    }

    public Path liberty() {
        return directory.resolve("liberty");
    }

    public String secret(String name) {
        String value = secrets.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no secret is called " + name);
        }
        return value;
    }

    /** Of a service, not of the administrator. */
    static boolean hasDatabaseAccount(String service) {
        return !service.equals("admin") && SECRET_NAMES.contains("database." + service);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void create(Path directory, int portBase) {
        try {
            for (String part : List.of("db", "broker", "bank", "liberty", "logs", "run")) {
                Files.createDirectories(directory.resolve(part));
            }
            String settings = """
                    # MyPay, this installation. Changed settings hold from the next start on.
                    # Ports: base = HTTP, +1 HTTPS, +2 database, +3 broker, +4 bank simulator.
                    port.base=%d
                    # default or production
                    mypay.profile=default
                    # This server's name: stable, and unique among servers that share a database.
                    mypay.node=node1
                    """.formatted(portBase);
            writeAtomically(directory.resolve(SETTINGS), settings);
        } catch (IOException e) {
            throw CommandFailure.refused("home.notMade", directory, e.toString());
        }
    }

    /** Makes the secrets that aren't there yet: a newer version may need more of them. */
    private static Map<String, String> withAllSecrets(Path directory) {
        Path file = directory.resolve(SECRETS);
        Map<String, String> secrets = new TreeMap<>(Files.exists(file) ? read(file) : Map.of());
        SecureRandom random = new SecureRandom();
        boolean added = false;
        for (String name : SECRET_NAMES) {
            if (!secrets.containsKey(name)) {
                byte[] bytes = new byte[SECRET_BYTES];
                random.nextBytes(bytes);
                secrets.put(name, HexFormat.of().formatHex(bytes));
                added = true;
            }
        }
        if (added) {
            StringBuilder text = new StringBuilder("# Passwords of this installation. Keep them to yourself.\n");
            secrets.forEach(
                    (name, value) -> text.append(name).append('=').append(value).append('\n'));
            try {
                writeSecretly(file, text.toString());
            } catch (IOException e) {
                throw new UncheckedIOException("the passwords can't be written: " + file, e);
            }
        }
        return secrets;
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw CommandFailure.refused("home.unreadable", file, String.valueOf(e.getMessage()));
        }
        Map<String, String> values = new TreeMap<>();
        properties.forEach(
                (key, value) -> values.put(key.toString(), value.toString().strip()));
        return values;
    }

    private static void writeSecretly(Path file, String text) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(temporary, text);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Also used for the test clock: readers see the old text or the new one. */
    public static void writeAtomically(Path file, String text) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(temporary, text);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Ports are names rather than amounts: no grouping. */
    private static String plain(int number) {
        return Integer.toString(number);
    }
}
