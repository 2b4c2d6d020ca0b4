package com.mypay.remittance.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.remittance.domain.StandingRemittance;
import com.mypay.remittance.domain.StandingRemittances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows a member's standing remittances; what has come of them, find/remittances shows. */
@ApplicationScoped
public class FindStandingRemittances {

    private final StandingRemittances standings;
    private final Transactions transactions;

    @Inject
    public FindStandingRemittances(StandingRemittances standings, Transactions transactions) {
        this.standings = standings;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindStandingRemittances() {
        this(null, null);
    }

    /** The newest first. */
    public Page<StandingRemittance> ofMember(Caller caller, MemberId member, PageRequest page) {
        if (!caller.mayActFor(member)) {
            throw new RejectedException(RemittanceProblem.MEMBER_NOT_FOUND, "member " + member);
        }
        return Page.of(
                transactions.inTransaction(() -> standings.ofSender(member, page)), page, StandingRemittance::id);
    }
}
