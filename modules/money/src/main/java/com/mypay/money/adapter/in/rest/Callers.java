package com.mypay.money.adapter.in.rest;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.rest.CommandHeaders;

/** What money's resources read beside the body. */
final class Callers {

    private Callers() {}

    /** Another service, or the refusal {@code NOT_PERMITTED}. */
    static Caller service() {
        Caller caller = CommandHeaders.caller();
        if (!caller.isService()) {
            throw new RejectedException(CommonProblem.NOT_PERMITTED, "for other services only");
        }
        return caller;
    }
}
