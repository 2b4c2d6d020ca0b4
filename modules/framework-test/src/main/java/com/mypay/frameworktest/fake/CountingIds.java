package com.mypay.frameworktest.fake;

import com.mypay.framework.value.Ids;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that a test can foresee: 1, 2, 3 … as 32 hex digits. */
public final class CountingIds implements Ids {
    private final AtomicLong last = new AtomicLong();

    @Override
    public String next() {
        return id(last.incrementAndGet());
    }

    /** The n-th id, counted from 1. */
    public static String id(long n) {
        return "0".repeat(16) + HexFormat.of().toHexDigits(n);
    }
}
