package com.mypay.settlement.application;

import com.mypay.framework.problem.RejectedException;
import com.mypay.settlement.domain.DateRange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Ranges of business dates as people and jobs write them. */
public final class BusinessDateRanges {

    private BusinessDateRanges() {}

    /** @throws RejectedException {@code BUSINESS_DATE_MALFORMED}, also where the last one is before the first */
    public static DateRange parse(@Nullable String first, @Nullable String last) {
        LocalDate from = BusinessDates.parse(first);
        LocalDate to = BusinessDates.parse(last);
        if (to.isBefore(from)) {
            throw new RejectedException(SettlementProblem.BUSINESS_DATE_MALFORMED, "from " + from + " to " + to);
        }
        return new DateRange(from, to);
    }
}
