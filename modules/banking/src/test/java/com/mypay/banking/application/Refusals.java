package com.mypay.banking.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mypay.framework.problem.Problem;
import com.mypay.framework.problem.RejectedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects a refusal. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(Problem problem, ThrowingCallable command) {
        RejectedException refusal = catchThrowableOfType(RejectedException.class, command);
        assertThat(refusal).as("is refused").isNotNull();
        assertThat(refusal.problem()).isEqualTo(problem);
    }
}
