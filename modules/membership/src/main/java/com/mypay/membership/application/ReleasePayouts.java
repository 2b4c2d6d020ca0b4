package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Staff lets a franchise be paid again, with a reason: what was held is paid when its next period ends. */
@ApplicationScoped
public class ReleasePayouts {

    static final String OPERATION = "release/payouts";

    private final MemberChanges changes;

    @Inject
    ReleasePayouts(MemberChanges changes) {
        this.changes = changes;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReleasePayouts() {
        this(null);
    }

    /** @param reason kept in the history */
    public record Command(Caller caller, RequestId requestId, MemberId memberId, String reason) {}

    private record Content(MemberId memberId, String reason) {}

    public MemberAnswer release(Command command) {
        CommandKey key = CommandKey.of(
                command.caller(), OPERATION, command.requestId(), new Content(command.memberId(), command.reason()));
        return changes.change(key, command.memberId(), command.reason(), member -> {
            MemberChanges.refuseUnlessFranchise(member, command.caller());
            if (!member.payoutsAreHeld()) {
                throw new RejectedException(MembershipProblem.PAYOUTS_NOT_HELD);
            }
            member.holdPayouts(false);
        });
    }
}
