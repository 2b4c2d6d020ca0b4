package com.mypay.banking.fake;

import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.CallPace;
import com.mypay.frameworktest.fake.RollsBack;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** {@link CallPace} in memory. */
public final class InMemoryCallPace implements CallPace, RollsBack {

    private final Map<BankCode, Instant> next = new HashMap<>();

    @Override
    public Instant take(BankCode bank, Instant realTime, int callsPerSecond) {
        Instant free = next.getOrDefault(bank, realTime);
        Instant turn = free.isAfter(realTime) ? free : realTime;
        next.put(bank, turn.plus(Duration.ofSeconds(1).dividedBy(callsPerSecond)));
        return turn;
    }

    @Override
    public Runnable mark() {
        Map<BankCode, Instant> before = new HashMap<>(next);
        return () -> {
            next.clear();
            next.putAll(before);
        };
    }
}
