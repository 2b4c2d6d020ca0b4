package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.value.RequestId;
import com.mypay.membership.domain.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Staff leaves. From its next call on it may do nothing, in no service: neither look nor approve. What it has proposed
 * may still be approved by others, and all that it has done stays on record under its login.
 */
@ApplicationScoped
public class CloseStaff {

    static final String OPERATION = "close/staff";

    private final StaffChanges changes;

    @Inject
    CloseStaff(StaffChanges changes) {
        this.changes = changes;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CloseStaff() {
        this(null);
    }

    public record Command(Caller caller, RequestId requestId, String login, String reason) {}

    private record Content(String login, String reason) {}

    public StaffAnswer close(Command command) {
        Content content = new Content(command.login(), command.reason());
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), content);
        return changes.change(key, command.login(), command.reason(), StaffMember::close);
    }
}
