package com.mypay.logs.adapter.in.rest;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.logs.domain.LogKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which log, as a parameter. */
final class Kinds {

    private Kinds() {}

    static LogKind of(@Nullable String name) {
        return Arrays.stream(LogKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RejectedException(
                        CommonProblem.FIELD_INVALID, "kind is one of " + Arrays.toString(LogKind.values())));
    }
}
