package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.membership.domain.SettlementTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Staff agrees on other settlement terms with a franchise; they hold for what is decided afterwards. Whether its payouts
 * are on hold stays as it is.
 */
@ApplicationScoped
public class ModifySettlementTerms {

    static final String OPERATION = "modify/settlement-terms";

    private final MemberChanges changes;

    @Inject
    ModifySettlementTerms(MemberChanges changes) {
        this.changes = changes;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ModifySettlementTerms() {
        this(null);
    }

    public record Command(Caller caller, RequestId requestId, MemberId memberId, SettlementTerms terms) {}

    private record Content(MemberId memberId, SettlementTerms terms) {}

    public MemberAnswer modify(Command command) {
        CommandKey key = CommandKey.of(
                command.caller(), OPERATION, command.requestId(), new Content(command.memberId(), command.terms()));
        return changes.change(key, command.memberId(), "-", member -> {
            MemberChanges.refuseUnlessFranchise(member, command.caller());
            MemberChanges.refuseIfClosed(member);
            if (member.payoutsAreHeld() != command.terms().hold()) {
                throw new RejectedException(MembershipProblem.HOLD_NEEDS_REASON);
            }
            member.agreeOn(command.terms());
        });
    }
}
