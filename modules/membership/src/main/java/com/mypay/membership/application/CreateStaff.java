package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.RequestId;
import com.mypay.membership.domain.StaffMember;
import com.mypay.membership.domain.StaffMembers;
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

    private final StaffMembers staffMembers;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public CreateStaff(StaffMembers staffMembers, Requests requests, Transactions transactions, Clock clock) {
        this.staffMembers = staffMembers;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CreateStaff() {
        this(null, null, null, null);
    }

    public record Command(Caller caller, RequestId requestId, String login, String name, SortedSet<StaffRole> roles) {

        public Command {
            roles = new TreeSet<>(roles);
        }
    }

    private record Content(String login, String name, SortedSet<StaffRole> roles) {}

    /** @param login names the staff from now on */
    public record Answer(String login) {}

    public Answer create(Command command) {
        Content content = new Content(command.login(), command.name(), command.roles());
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), content);
        return transactions.inTransaction(() -> requests.once(key, Answer.class, () -> {
            if (staffMembers.find(command.login()).isPresent()) {
                throw new RejectedException(MembershipProblem.STAFF_EXISTS, command.login());
            }
            staffMembers.add(StaffMember.employed(command.login(), command.name(), command.roles(), clock.instant()));
            return new Answer(command.login());
        }));
    }
}
