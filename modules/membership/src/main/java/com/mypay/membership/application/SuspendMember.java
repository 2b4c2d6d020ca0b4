package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.membership.domain.MemberStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Staff suspends a member, with a reason. */
@ApplicationScoped
public class SuspendMember {

    static final String OPERATION = "suspend/member";

    private final MemberChanges changes;

    @Inject
    SuspendMember(MemberChanges changes) {
        this.changes = changes;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SuspendMember() {
        this(null);
    }

    public record Command(Caller caller, RequestId requestId, MemberId memberId, String reason) {}

    private record Content(MemberId memberId, String reason) {}

    public MemberAnswer suspend(Command command) {
        CommandKey key = CommandKey.of(
                command.caller(), OPERATION, command.requestId(), new Content(command.memberId(), command.reason()));
        return changes.become(key, command.memberId(), MemberStatus.SUSPENDED, command.reason());
    }
}
