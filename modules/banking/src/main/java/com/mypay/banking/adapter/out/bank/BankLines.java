package com.mypay.banking.adapter.out.bank;

import com.mypay.banking.domain.BankCode;
import com.mypay.framework.client.RemoteCalls;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import dev.failsafe.Bulkhead;
import dev.failsafe.BulkheadFullException;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * The lines to the banks, one for each bank and operation: where 10 of the latest 20 calls failed, none is made for 2
 * seconds, then one on trial; a refusal by the bank is no failure. At most 32 calls are on a line at once.
 *
 * <p>Not by the server's own annotations: theirs would be one breaker for all banks, and a single bank that is down would
 * keep the members of all others from charging.
 */
final class BankLines {

    private static final int FAILURES = 10;
    private static final int OF_CALLS = 20;
    private static final Duration SPARED = Duration.ofSeconds(2);
    private static final int AT_ONCE = 32;

    private final Duration spared;
    private final ConcurrentMap<Line, FailsafeExecutor<Object>> lines = new ConcurrentHashMap<>();

    /** What a bank is called for. */
    enum Operation {
        TRANSFER,
        VERIFICATION,
        INQUIRY,
        ACCOUNT,
        STATEMENT
    }

    private record Line(BankCode bank, Operation operation) {}

    BankLines() {
        this(SPARED);
    }

    BankLines(Duration spared) {
        this.spared = spared;
    }

    static String name(BankCode bank) {
        return "bank " + bank;
    }

    /** @throws UnavailableException also if the line is spared or full: nothing has happened then */
    <T> T call(BankCode bank, Operation operation, Supplier<T> call) {
        FailsafeExecutor<Object> line = lines.computeIfAbsent(new Line(bank, operation), each -> open());
        try {
            return line.get(() -> RemoteCalls.call(name(bank), call));
        } catch (CircuitBreakerOpenException e) {
            throw new UnavailableException(name(bank) + " is not called right now: it has failed too often", e);
        } catch (BulkheadFullException e) {
            throw new UnavailableException(name(bank) + " is not called right now: it is busy", e);
        }
    }

    private FailsafeExecutor<Object> open() {
        CircuitBreaker<Object> breaker = CircuitBreaker.builder()
                .handle(UnavailableException.class, UnknownOutcomeException.class)
                .withFailureThreshold(FAILURES, OF_CALLS)
                .withDelay(spared)
                .build();
        return Failsafe.with(breaker, Bulkhead.of(AT_ONCE));
    }
}
