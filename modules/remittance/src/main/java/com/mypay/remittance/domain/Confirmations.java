package com.mypay.remittance.domain;

import java.time.Instant;
import java.util.Optional;

/** All confirmations that aren't forgotten yet. */
public interface Confirmations {

    void add(Confirmation confirmation);

    Optional<Confirmation> find(String token);

    /**
     * It is used up.
     *
     * @param usedFor the remittance or standing remittance that it was used for
     * @return {@code false} if it was used before
     */
    boolean use(String token, String usedFor);

    /** Forgets those that expired before, used or not. @return how many */
    int forget(Instant expiredBefore);
}
