package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.RequestId;
import com.mypay.membership.application.port.IdentityCheck;
import com.mypay.membership.domain.Member;
import com.mypay.membership.domain.Member.Profile;
import com.mypay.membership.domain.Members;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** A person signs up. The telecom operator confirms the name first. */
@ApplicationScoped
public class CreateMember {

    static final String OPERATION = "create/member";

    private final IdentityCheck identityCheck;
    private final Members members;
    private final MemberEvents events;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    CreateMember(
            IdentityCheck identityCheck,
            Members members,
            MemberEvents events,
            Requests requests,
            Transactions transactions,
            Clock clock) {
        this.identityCheck = identityCheck;
        this.members = members;
        this.events = events;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CreateMember() {
        this(null, null, null, null, null, null);
    }

    public record Command(Caller caller, RequestId requestId, Profile profile) {}

    public MemberAnswer create(Command command) {
        Profile profile = command.profile();
        if (!wasSentBefore(command) && !identityCheck.matches(profile.name(), profile.phone())) {
            throw new RejectedException(MembershipProblem.IDENTITY_NOT_CONFIRMED);
        }
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), profile);
        return transactions.inTransaction(() -> requests.once(key, MemberAnswer.class, () -> {
            Member member = Member.personal(profile, clock.instant());
            members.add(member);
            events.registered(member, OPERATION);
            return MemberAnswer.of(member);
        }));
    }

    /** Then it gets its first answer, whatever the telecom operator says by now. */
    private boolean wasSentBefore(Command command) {
        return transactions
                .inTransaction(() -> requests.outcome(command.caller(), OPERATION, command.requestId()))
                .isPresent();
    }
}
