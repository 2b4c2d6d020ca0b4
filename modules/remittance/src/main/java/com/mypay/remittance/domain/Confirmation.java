package com.mypay.remittance.domain;

import com.mypay.framework.value.MemberId;
import java.time.Duration;
import java.time.Instant;

/**
 * A confirmation (받는 이 확인): the payee's name was looked up and shown to the sender. Whoever sends names its token, so
 * money goes to whom the sender has seen and to nobody else.
 *
 * @param token good once, 32 hex digits
 * @param level of the sender, asked for at the same time
 */
public record Confirmation(String token, MemberId sender, Payee payee, VerificationLevel level, Instant expiresAt) {

    public static final Duration GOOD_FOR = Duration.ofMinutes(10);

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
