package com.mypay.membership.application;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.membership.domain.StaffChange;
import com.mypay.membership.domain.StaffMember;
import com.mypay.membership.domain.StaffMembers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What all commands on staff have in common: one effect per request, and a line in the history. */
@ApplicationScoped
class StaffChanges {

    private final StaffMembers staffMembers;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;

    @Inject
    StaffChanges(StaffMembers staffMembers, Requests requests, Transactions transactions, Clock clock, Ids ids) {
        this.staffMembers = staffMembers;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected StaffChanges() {
        this(null, null, null, null, null);
    }

    /** Somebody new. */
    StaffAnswer employ(CommandKey key, Supplier<StaffMember> employed) {
        return once(key, "-", () -> {
            StaffMember staff = employed.get();
            if (staffMembers.find(staff.login()).isPresent()) {
                throw new RejectedException(MembershipProblem.STAFF_EXISTS, staff.login());
            }
            staffMembers.add(staff);
            return staff;
        });
    }

    /** Somebody who is there, and has not left. */
    StaffAnswer change(CommandKey key, String login, String reason, Consumer<StaffMember> work) {
        return once(key, reason, () -> {
            StaffMember staff = staffMembers
                    .findForUpdate(login)
                    .orElseThrow(() -> new RejectedException(MembershipProblem.STAFF_NOT_FOUND, login));
            if (!staff.isActive()) {
                throw new RejectedException(MembershipProblem.STAFF_CLOSED, login);
            }
            work.accept(staff);
            return staff;
        });
    }

    private static BusinessEvent what(String command) {
        return switch (command) {
            case CreateStaff.OPERATION -> BusinessEvent.STAFF_REGISTERED;
            case ModifyStaff.OPERATION -> BusinessEvent.STAFF_MODIFIED;
            case CloseStaff.OPERATION -> BusinessEvent.STAFF_CLOSED;
            default -> throw new IllegalArgumentException("no event of the business log for " + command);
        };
    }

    private StaffAnswer once(CommandKey key, String reason, Supplier<StaffMember> command) {
        return transactions.inTransaction(() -> requests.once(key, StaffAnswer.class, () -> {
            StaffMember staff = command.get();
            CallContext context = CallContext.current();
            StaffChange.Cause cause = new StaffChange.Cause(
                    key.operation(),
                    context.caller().toString(),
                    reason,
                    context.guid().value());
            staffMembers.record(StaffChange.of(ids.next(), staff, cause, clock.instant()));
            BusinessLog.event(what(key.operation()))
                    .reference("login", staff.login())
                    .detail("status", staff.status())
                    .detail("by", context.caller())
                    .write();
            return new StaffAnswer(staff.login(), staff.status().name());
        }));
    }
}
