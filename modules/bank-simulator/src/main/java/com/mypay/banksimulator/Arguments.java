package com.mypay.banksimulator;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line: {@code --dir <directory> --port <0-65535> [--clock <file>]}; port 0 takes a free one. */
record Arguments(Path directory, int port, Optional<Path> clockFile) {
    private static final Set<String> KNOWN = Set.of("--dir", "--port", "--clock");

    /** What is wrong with it, in one line. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        Wrong(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    static Arguments of(String... words) throws Wrong {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            if (!KNOWN.contains(words[i])) {
                throw new Wrong(
                        "unknown argument " + words[i] + "; known: --dir <directory> --port <n> [--clock <file>]");
            }
            if (i + 1 == words.length || words[i + 1].isEmpty()) {
                throw new Wrong(words[i] + " needs a value");
            }
            if (values.put(words[i], words[i + 1]) != null) {
                throw new Wrong(words[i] + " is given twice");
            }
        }
        String directory = required(values, "--dir");
        int port = port(required(values, "--port"));
        try {
            return new Arguments(
                    Path.of(directory),
                    port,
                    Optional.ofNullable(values.get("--clock")).map(Path::of));
        } catch (InvalidPathException e) {
            throw new Wrong("not a path: " + e.getInput());
        }
    }

    private static String required(Map<String, String> values, String name) throws Wrong {
        String value = values.get(name);
        if (value == null) {
            throw new Wrong(name + " is missing");
        }
        return value;
    }

    private static int port(String text) throws Wrong {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new Wrong("--port is a number from 0 to 65535, not " + text);
        }
        throw new Wrong("--port is a number from 0 to 65535, not " + text);
    }
}
