package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.membership.domain.Member;
import com.mypay.membership.domain.Members;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A franchise with its number and terms. */
@ApplicationScoped
public class FindFranchise {

    private final Members members;

    @Inject
    public FindFranchise(Members members) {
        this.members = members;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindFranchise() {
        this(null);
    }

    public Member find(Caller caller, MemberId id) {
        return members.find(id)
                .filter(Member::isFranchise)
                .filter(found -> caller.mayActFor(id))
                .orElseThrow(() -> new RejectedException(MembershipProblem.FRANCHISE_NOT_FOUND, "member " + id));
    }
}
