package com.mypay.framework.context;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The business transaction that the current thread works for. Set at each entry (HTTP filter, message consumer, batch
 * step, timer), read by logs, messages, clients and the database session. Never handed to another thread by itself.
 *
 * @param guid names the business transaction
 * @param hop grows by one at each hop from process to process (진행번호)
 * @param caller who asked
 * @param operation what was asked: {@code POST /payment/com/v1/pay/my-money}, {@code settlement.slips}, a job's name
 */
public record CallContext(Guid guid, int hop, Caller caller, String operation) {

    public static final String GUID_HEADER = "MyPay-Guid";
    public static final String HOP_HEADER = "MyPay-Hop";
    public static final String CALLER_HEADER = "MyPay-Caller";
    public static final String ROLES_HEADER = "MyPay-Roles";

    /** A chain of calls longer than this is a loop. */
    public static final int MAX_HOPS = 64;

    private static final ThreadLocal<@Nullable CallContext> CURRENT = new ThreadLocal<>();

    /** @throws IllegalStateException where no entry has set one: an entry point lacks its filter */
    public static CallContext current() {
        CallContext context = CURRENT.get();
        if (context == null) {
            throw new IllegalStateException("no call context on this thread");
        }
        return context;
    }

    public static @Nullable CallContext currentOrNull() {
        return CURRENT.get();
    }

    /** For entries that have a begin and an end in different methods; others use {@link #call}. */
    public static void set(CallContext context) {
        CURRENT.set(context);
        ServerMessages.name(context);
    }

    public static void clear() {
        CURRENT.remove();
        ServerMessages.forget();
    }

    /** Runs the work within this context and puts back what was there before. */
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        CallContext before = CURRENT.get();
        set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                clear();
            } else {
                set(before);
            }
        }
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
