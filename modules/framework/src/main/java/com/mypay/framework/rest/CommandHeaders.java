package com.mypay.framework.rest;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.RequestId;
import org.jspecify.annotations.Nullable;

/** What resources read beside the body. */
public final class CommandHeaders {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private CommandHeaders() {}

    /** The request id that each command carries. */
    public static RequestId requestId(@Nullable String header) {
        if (header == null || !RequestId.isWellFormed(header)) {
            throw new RejectedException(CommonProblem.REQUEST_ID_INVALID);
        }
        return new RequestId(header);
    }

    public static Caller caller() {
        return CallContext.current().caller();
    }

    /** Staff with this role, or the refusal {@code NOT_PERMITTED}. */
    public static Caller staff(String role) {
        Caller caller = caller();
        if (!caller.isStaff() || !caller.hasRole(role)) {
            throw new RejectedException(CommonProblem.NOT_PERMITTED, "needs the role " + role);
        }
        return caller;
    }

    public static PageRequest page(@Nullable String cursor, @Nullable Integer limit) {
        try {
            return PageRequest.of(cursor, limit);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(CommonProblem.CURSOR_INVALID);
        }
    }
}
