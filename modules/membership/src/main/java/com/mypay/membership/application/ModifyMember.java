package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.membership.domain.Member.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A member changes what it told about itself. */
@ApplicationScoped
public class ModifyMember {

    static final String OPERATION = "modify/member";

    private final MemberChanges changes;

    @Inject
    ModifyMember(MemberChanges changes) {
        this.changes = changes;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ModifyMember() {
        this(null);
    }

    public record Command(Caller caller, RequestId requestId, MemberId memberId, Profile profile) {}

    private record Content(MemberId memberId, Profile profile) {}

    public MemberAnswer modify(Command command) {
        CommandKey key = CommandKey.of(
                command.caller(), OPERATION, command.requestId(), new Content(command.memberId(), command.profile()));
        return changes.change(key, command.memberId(), "-", member -> {
            MemberChanges.refuseIfClosed(member);
            member.modify(command.profile());
        });
    }
}
