package com.mypay.amqpadapter;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A password that stands in no field. Open Liberty's first-failure data capture writes the fields of all objects that
 * took part in a failure into a file, static ones too: a {@code toString} that is silent doesn't help there.
 */
final class Secret {

    /** A class of its own, to which no field leads. */
    private static final class Vault {
        private static final Map<Secret, String> VALUES = Collections.synchronizedMap(new WeakHashMap<>());
    }

    private Secret() {}

    static @Nullable Secret of(@Nullable String value) {
        if (value == null) {
            return null;
        }
        Secret secret = new Secret();
        Vault.VALUES.put(secret, value);
        return secret;
    }

    /** What was put in; nothing stays nothing. */
    static @Nullable String reveal(@Nullable Secret secret) {
        return Optional.ofNullable(secret).map(Vault.VALUES::get).orElse(null);
    }
}
