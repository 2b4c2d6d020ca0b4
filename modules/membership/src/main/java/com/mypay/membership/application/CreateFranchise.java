package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.RequestId;
import com.mypay.membership.domain.BusinessNumber;
import com.mypay.membership.domain.Member;
import com.mypay.membership.domain.Member.Profile;
import com.mypay.membership.domain.Members;
import com.mypay.membership.domain.SettlementTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** A franchise signs up. Its settlement account is registered with banking, its commission agreed on with payment. */
@ApplicationScoped
public class CreateFranchise {

    static final String OPERATION = "create/franchise";

    private final Members members;
    private final MemberEvents events;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    CreateFranchise(Members members, MemberEvents events, Requests requests, Transactions transactions, Clock clock) {
        this.members = members;
        this.events = events;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CreateFranchise() {
        this(null, null, null, null, null);
    }

    /**
     * @param businessNumber as it was typed
     * @param terms by staff only; empty: {@link SettlementTerms#STANDARD}
     */
    public record Command(
            Caller caller,
            RequestId requestId,
            Profile profile,
            String businessNumber,
            Optional<SettlementTerms> terms) {}

    private record Content(Profile profile, String businessNumber, Optional<SettlementTerms> terms) {}

    public MemberAnswer create(Command command) {
        if (!BusinessNumber.isValid(command.businessNumber())) {
            throw new RejectedException(MembershipProblem.BUSINESS_NUMBER_INVALID);
        }
        if (command.terms().isPresent() && !command.caller().isStaff()) {
            throw new RejectedException(MembershipProblem.TERMS_BY_STAFF_ONLY);
        }
        Content content = new Content(command.profile(), command.businessNumber(), command.terms());
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), content);
        return transactions.inTransaction(() -> requests.once(key, MemberAnswer.class, () -> signUp(command)));
    }

    private MemberAnswer signUp(Command command) {
        BusinessNumber number = BusinessNumber.parse(command.businessNumber());
        // Two at once: the second one's insert breaks the unique key, is repeated, and ends here
        if (members.existsWith(number)) {
            throw new RejectedException(MembershipProblem.BUSINESS_NUMBER_TAKEN);
        }
        Member member = Member.franchise(
                command.profile(), number, command.terms().orElse(SettlementTerms.STANDARD), clock.instant());
        members.add(member);
        events.registered(member, OPERATION);
        return MemberAnswer.of(member);
    }
}
