package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.membership.domain.Member;
import com.mypay.membership.domain.MemberStatus;
import com.mypay.membership.domain.Members;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/**
 * What all commands that change one member have in common: find it or refuse, change it, tell everybody. Somebody
 * else's member looks to a caller as if it didn't exist.
 */
@ApplicationScoped
class MemberChanges {

    private final Members members;
    private final MemberEvents events;
    private final Requests requests;
    private final Transactions transactions;

    @Inject
    MemberChanges(Members members, MemberEvents events, Requests requests, Transactions transactions) {
        this.members = members;
        this.events = events;
        this.requests = requests;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected MemberChanges() {
        this(null, null, null, null);
    }

    MemberAnswer change(CommandKey key, MemberId id, String reason, Consumer<Member> work) {
        return transactions.inTransaction(() -> requests.once(key, MemberAnswer.class, () -> {
            Member member = members.findForUpdate(id)
                    .filter(found -> key.caller().mayActFor(id))
                    .orElseThrow(() -> new RejectedException(MembershipProblem.MEMBER_NOT_FOUND, "member " + id));
            work.accept(member);
            events.changed(member, key.operation(), reason);
            return MemberAnswer.of(member);
        }));
    }

    MemberAnswer become(CommandKey key, MemberId id, MemberStatus status, String reason) {
        return change(key, id, reason, member -> {
            if (!member.mayBecome(status)) {
                throw new RejectedException(MembershipProblem.STATUS_UNCHANGEABLE, member.status() + " to " + status);
            }
            member.become(status);
        });
    }

    static void refuseIfClosed(Member member) {
        if (member.status() == MemberStatus.CLOSED) {
            throw new RejectedException(MembershipProblem.MEMBER_CLOSED);
        }
    }

    static void refuseUnlessFranchise(Member member, Caller caller) {
        if (!member.isFranchise()) {
            throw new RejectedException(
                    MembershipProblem.FRANCHISE_NOT_FOUND, "member " + member.id() + " asked for by " + caller);
        }
    }
}
