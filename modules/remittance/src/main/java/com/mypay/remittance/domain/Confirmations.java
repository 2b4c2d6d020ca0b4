package com.mypay.remittance.domain;

import com.mypay.framework.value.MemberId;
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

    /** How many of a sender expire after the first instant and until the second, used or not. */
    int count(MemberId sender, Instant after, Instant until);

    /** Forgets those that expired before, used or not. @return how many */
    int forget(Instant expiredBefore);
}
