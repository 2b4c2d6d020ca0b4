package com.mypay.money.adapter.in.rest;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.rest.CommandHeaders;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

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

    /** A business date, {@code null} if none was sent. */
    static @Nullable LocalDate day(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new RejectedException(CommonProblem.FIELD_INVALID, name + " is a date, yyyy-MM-dd");
        }
    }
}
