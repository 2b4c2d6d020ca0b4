package com.mypay.frameworktest;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.frameworktest.fake.CountingIds;
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

    @Override
    public void beforeEach(ExtensionContext test) {
        CallContext.set(context);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        CallContext.clear();
    }
}
