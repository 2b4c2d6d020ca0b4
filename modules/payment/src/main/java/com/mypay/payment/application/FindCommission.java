package com.mypay.payment.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.payment.domain.Commission;
import com.mypay.payment.domain.Commissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** The commission terms that hold for a franchise on a day. */
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

    public Commission find(Caller caller, MemberId franchise, LocalDate day) {
        if (!caller.mayActFor(franchise)) {
            throw new RejectedException(PaymentProblem.FRANCHISE_NOT_FOUND, "franchise " + franchise);
        }
        return commissions
                .inForce(franchise, day)
                .orElseThrow(() -> new RejectedException(PaymentProblem.COMMISSION_NOT_FOUND));
    }
}
