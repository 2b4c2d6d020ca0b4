package com.mypay.payment.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.payment.domain.Commission;
import com.mypay.payment.domain.CommissionSchedule;
import com.mypay.payment.domain.CommissionSchedule.Change;
import com.mypay.payment.domain.Commissions;
import com.mypay.payment.domain.Commissions.Search;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** The commission terms that hold for a franchise on a day, and those that are coming; for staff, all changes. */
@ApplicationScoped
public class FindCommission {

    private final Commissions commissions;

    @Inject
    public FindCommission(Commissions commissions) {
        this.commissions = commissions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindCommission() {
        this(null);
    }

    /**
     * What holds, and what is coming.
     *
     * @param day in Seoul
     * @param coming later days on which other terms begin to hold or hold again, as far as they are approved by now
     */
    public record OnDay(LocalDate day, Commission inForce, List<Change> coming) {

        public OnDay {
            coming = List.copyOf(coming);
        }
    }

    public OnDay find(Caller caller, MemberId franchise, LocalDate day) {
        if (!caller.mayActFor(franchise)) {
            throw new RejectedException(PaymentProblem.FRANCHISE_NOT_FOUND, "franchise " + franchise);
        }
        CommissionSchedule schedule = commissions.schedule(franchise, day);
        return schedule.on(day)
                .map(inForce -> new OnDay(day, inForce, schedule.after(day)))
                .orElseThrow(() -> new RejectedException(PaymentProblem.COMMISSION_NOT_FOUND));
    }

    /** Proposed and approved changes, the oldest first. */
    public Page<Commission> all(Search search, PageRequest page) {
        return Page.of(commissions.all(search, page), page, Commission::id);
    }
}
