package com.mypay.cli.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One process of an installation, as it is to be started.
 *
 * @param name {@code database}, {@code broker}, {@code bank}, {@code server}
 * @param port where it answers
 * @param command program and arguments; no secrets
 * @param environment added to the caller's; secrets are here
 * @param log its standard output and error
 * @param readiness how to see that it is ready
 * @param startWithinSeconds after which the start has failed
 */
public record Part(
        String name,
        int port,
        List<String> command,
        Map<String, String> environment,
        Path log,
        Readiness readiness,
        int startWithinSeconds) {

    /** How to see that a part works. */
    public interface Readiness {

        /** @return empty if it works, otherwise what is missing, for people */
        Optional<String> missing();
    }
}
