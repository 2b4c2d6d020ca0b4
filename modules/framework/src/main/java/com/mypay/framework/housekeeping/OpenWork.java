package com.mypay.framework.housekeeping;

import java.time.Instant;
import java.util.Optional;

/**
 * Processes of a service that may send commands to other services again, under their first request ids, though no request
 * of its own is running for them: for as long as one is open, the others have to remember what they were asked for it. A
 * service that has such processes has a bean of this kind.
 */
@FunctionalInterface
public interface OpenWork {

    /** When the oldest that is still open was begun. */
    Optional<Instant> oldest();
}
