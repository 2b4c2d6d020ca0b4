package com.mypay.settlement.application;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Business dates as people and jobs write them. */
public final class BusinessDates {

    private BusinessDates() {}

    /** @throws RejectedException {@code BUSINESS_DATE_MALFORMED}, also for a date that isn't in the calendar */
    public static LocalDate parse(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new RejectedException(SettlementProblem.BUSINESS_DATE_MALFORMED);
        }
        try {
            return Days.day(text);
        } catch (DateTimeException e) {
            throw new RejectedException(SettlementProblem.BUSINESS_DATE_MALFORMED, text);
        }
    }
}
