package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Staff stops a franchise's payouts, with a reason: what becomes due meanwhile is carried over until they are released. */
@ApplicationScoped
public class HoldPayouts {

    static final String OPERATION = "hold/payouts";

    private final MemberChanges changes;

    @Inject
    HoldPayouts(MemberChanges changes) {
        this.changes = changes;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected HoldPayouts() {
        this(null);
    }

    /** @param reason kept in the history */
    public record Command(Caller caller, RequestId requestId, MemberId memberId, String reason) {}

    private record Content(MemberId memberId, String reason) {}

    public MemberAnswer hold(Command command) {
        CommandKey key = CommandKey.of(
                command.caller(), OPERATION, command.requestId(), new Content(command.memberId(), command.reason()));
        return changes.change(key, command.memberId(), command.reason(), member -> {
            MemberChanges.refuseUnlessFranchise(member, command.caller());
            if (member.payoutsAreHeld()) {
                throw new RejectedException(MembershipProblem.PAYOUTS_HELD);
            }
            member.holdPayouts(true);
        });
    }
}
