package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.value.RequestId;
import com.mypay.membership.domain.StaffRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.SortedSet;
import java.util.TreeSet;

/** Staff gets another name or other roles, which hold from its next call on. */
@ApplicationScoped
public class ModifyStaff {

    static final String OPERATION = "modify/staff";

    private final StaffChanges changes;

    @Inject
    ModifyStaff(StaffChanges changes) {
        this.changes = changes;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ModifyStaff() {
        this(null);
    }

    /** @param roles all that it has from now on */
    public record Command(Caller caller, RequestId requestId, String login, String name, SortedSet<StaffRole> roles) {

        public Command {
            roles = new TreeSet<>(roles);
        }
    }

    private record Content(String login, String name, SortedSet<StaffRole> roles) {}

    public StaffAnswer modify(Command command) {
        Content content = new Content(command.login(), command.name(), command.roles());
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), content);
        return changes.change(key, command.login(), "-", staff -> staff.modify(command.name(), command.roles()));
    }
}
