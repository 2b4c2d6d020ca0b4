package com.mypay.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code --key value} settings of a process. A key that the process doesn't know is refused: a misspelt setting
 * must not be ignored in silence. Secrets never come this way (other users of the machine see a command line): they
 * come from the environment.
 */
public final class Arguments {
    private final Map<String, String> values;

    private Arguments(Map<String, String> values) {
        this.values = values;
    }

    /** @param known the keys this process understands, without the two dashes */
    public static Arguments parse(String[] args, Set<String> known) throws StartRefused {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            String key = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!known.contains(key)) {
                throw new StartRefused("argument.unknown", args[i], known(known));
            }
            if (i + 1 == args.length || args[i + 1].isBlank()) {
                throw new StartRefused("argument.withoutValue", args[i]);
            }
            if (values.put(key, args[i + 1]) != null) {
                throw new StartRefused("argument.twice", args[i]);
            }
        }
        return new Arguments(values);
    }

    private static String known(Set<String> known) {
        return String.join(" ", known.stream().sorted().map(key -> "--" + key).toList());
    }

    public Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public String required(String key) throws StartRefused {
        String value = values.get(key);
        if (value == null) {
            throw new StartRefused("argument.missing", "--" + key);
        }
        return value;
    }

    /** A TCP port to listen on, 1 to 65535. */
    public int port(String key) throws StartRefused {
        String value = required(key);
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StartRefused("argument.port", "--" + key, value);
        }
        throw new StartRefused("argument.port", "--" + key, value);
    }

    /** An absolute directory that exists, made when it was missing, and may be written. */
    public Path directory(String key) throws StartRefused {
        String value = required(key);
        try {
            Path directory = Path.of(value).toAbsolutePath().normalize();
            Files.createDirectories(directory);
            if (Files.isWritable(directory)) {
                return directory;
            }
        } catch (IOException | InvalidPathException e) {
            throw new StartRefused("argument.directory", "--" + key, value);
        }
        throw new StartRefused("argument.directory", "--" + key, value);
    }

    /** A secret: from the environment only. */
    public static String secret(Map<String, String> environment, String name) throws StartRefused {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new StartRefused("environment.missing", name);
        }
        return value;
    }
}
