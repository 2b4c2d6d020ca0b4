package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.value.RequestId;
import com.mypay.membership.domain.StaffMember;
import com.mypay.membership.domain.StaffRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.SortedSet;
import java.util.TreeSet;

/** Staff is employed, with roles. */
@ApplicationScoped
public class CreateStaff {

    static final String OPERATION = "create/staff";

    private final StaffChanges changes;
    private final Clock clock;

    @Inject
    CreateStaff(StaffChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CreateStaff() {
        this(null, null);
    }

    /** @param login names the staff from now on */
    public record Command(Caller caller, RequestId requestId, String login, String name, SortedSet<StaffRole> roles) {

        public Command {
            roles = new TreeSet<>(roles);
        }
    }

    private record Content(String login, String name, SortedSet<StaffRole> roles) {}

    public StaffAnswer create(Command command) {
        Content content = new Content(command.login(), command.name(), command.roles());
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), content);
        return changes.employ(
                key, () -> StaffMember.employed(command.login(), command.name(), command.roles(), clock.instant()));
    }
}
