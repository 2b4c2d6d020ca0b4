package com.mypay.frameworktest;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.frameworktest.fake.CountingIds;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets each test run as one call, as the server's entry points do.
 *
 * <pre>{@code
 * @RegisterExtension
 * final TestCall call = TestCall.by(Caller.member(memberId(1001)));
 * }</pre>
 */
public final class TestCall implements BeforeEachCallback, AfterEachCallback {
    /** The GUID of every such call. */
    public static final Guid GUID = new Guid(CountingIds.id(1));

    private final CallContext context;

    private TestCall(CallContext context) {
        this.context = context;
    }

    public static TestCall by(Caller caller) {
        return new TestCall(new CallContext(GUID, 1, caller, "test"));
    }

    public CallContext context() {
        return context;
    }

    /** The same work of this call by several threads that begin together; the answers in no particular order. */
    public <T> List<T> atOnce(int threads, Supplier<T> work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<CompletableFuture<T>> running = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> {
                                await(start);
                                return context.call(work);
                            },
                            executor))
                    .limit(threads)
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            executor.shutdownNow();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException("not all threads have begun", e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        CallContext.set(context);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        CallContext.clear();
    }
}
