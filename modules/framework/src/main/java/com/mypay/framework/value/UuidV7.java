package com.mypay.framework.value;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDv7 as 32 hex digits: 48 bits of milliseconds, 12 bits of a counter within the millisecond, 62 random bits.
 * Rises strictly within one instance; when more than 4,096 are drawn in one millisecond, or the clock steps back, the
 * time part runs ahead instead.
 */
public final class UuidV7 implements Ids {

    private static final HexFormat HEX = HexFormat.of();
    private static final int COUNTER_BITS = 12;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    /** The last time and counter, as one number. */
    private final AtomicLong last = new AtomicLong();

    public UuidV7(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String next() {
        long now = clock.millis() << COUNTER_BITS;
        long timeAndCounter = last.updateAndGet(before -> Math.max(before + 1, now));
        long millis = timeAndCounter >>> COUNTER_BITS;
        long counter = timeAndCounter & ((1 << COUNTER_BITS) - 1);
        long high = (millis << 16) | 0x7000L | counter;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }
}
