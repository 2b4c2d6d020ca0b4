package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.membership.domain.MemberStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A member leaves for ever. Its money has to be gone before: money shows the balance. */
@ApplicationScoped
public class CloseMember {

    static final String OPERATION = "close/member";

    private final MemberChanges changes;

    @Inject
    CloseMember(MemberChanges changes) {
        this.changes = changes;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CloseMember() {
        this(null);
    }

    public record Command(Caller caller, RequestId requestId, MemberId memberId) {}

    private record Content(MemberId memberId) {}

    public MemberAnswer close(Command command) {
        CommandKey key =
                CommandKey.of(command.caller(), OPERATION, command.requestId(), new Content(command.memberId()));
        return changes.become(key, command.memberId(), MemberStatus.CLOSED, "-");
    }
}
