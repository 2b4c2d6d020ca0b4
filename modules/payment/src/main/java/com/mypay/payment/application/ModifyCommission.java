package com.mypay.payment.application;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.payment.domain.Commission;
import com.mypay.payment.domain.CommissionTerms;
import com.mypay.payment.domain.Commissions;
import com.mypay.payment.domain.PartnerKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Staff proposes other commission terms, from a date on or for the days of a campaign; they hold once another person has
 * approved them.
 */
@ApplicationScoped
public class ModifyCommission {

    static final String OPERATION = "modify/commission";

    private final Commissions commissions;
    private final KnownPartners partners;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;

    @Inject
    ModifyCommission(
            Commissions commissions,
            KnownPartners partners,
            Requests requests,
            Transactions transactions,
            Clock clock,
            Ids ids) {
        this.commissions = commissions;
        this.partners = partners;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ModifyCommission() {
        this(null, null, null, null, null, null);
    }

    /**
     * What is proposed.
     *
     * @param franchise empty: the common terms
     * @param effectiveUntil the last day of a campaign; empty: no end
     * @param campaign what the campaign is called, if it has a name
     */
    public record Command(
            Caller caller,
            RequestId requestId,
            Optional<MemberId> franchise,
            BasisPoints rate,
            LocalDate effectiveFrom,
            Optional<LocalDate> effectiveUntil,
            Optional<String> campaign) {}

    /** @param status {@code PROPOSED}, then {@code APPROVED} */
    public record Answer(String commissionId, String status) {}

    public Answer modify(Command command) {
        CommissionTerms terms = termsOf(command);
        if (!wasSentBefore(command)) {
            terms.franchise()
                    .ifPresent(franchise -> partners.requireActive(
                            partners.known(franchise),
                            franchise,
                            PartnerKind.FRANCHISE,
                            PaymentProblem.FRANCHISE_NOT_FOUND,
                            PaymentProblem.FRANCHISE_NOT_ACTIVE));
        }
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), terms);
        return transactions.inTransaction(
                () -> requests.once(key, Answer.class, () -> propose(terms, command.caller())));
    }

    /** Then it gets its first answer, whatever the franchise is by now. */
    private boolean wasSentBefore(Command command) {
        return transactions
                .inTransaction(() -> requests.outcome(command.caller(), OPERATION, command.requestId()))
                .isPresent();
    }

    private static CommissionTerms termsOf(Command command) {
        if (!CommissionTerms.isPeriod(command.effectiveFrom(), command.effectiveUntil())
                || (command.campaign().isPresent() && command.effectiveUntil().isEmpty())) {
            throw new RejectedException(PaymentProblem.COMMISSION_PERIOD_INVALID);
        }
        return new CommissionTerms(
                command.franchise(),
                command.rate(),
                command.effectiveFrom(),
                command.effectiveUntil(),
                command.campaign());
    }

    private Answer propose(CommissionTerms terms, Caller proposer) {
        LocalDate today = BusinessClock.businessDate(clock);
        if (terms.effectiveFrom().isBefore(today)) {
            throw new RejectedException(PaymentProblem.COMMISSION_IN_THE_PAST, "today is " + today);
        }
        Commission commission = Commission.proposed(
                ids.next(),
                terms,
                proposer.toString(),
                CallContext.current().guid().value(),
                clock.instant());
        commissions.add(commission);
        BusinessLog.event(BusinessEvent.COMMISSION_PROPOSED)
                .member(terms.franchise().orElse(null))
                .reference("commissionId", commission.id())
                .detail("rate", terms.rate())
                .detail("effectiveFrom", terms.effectiveFrom())
                .detail("by", proposer)
                .write();
        return new Answer(commission.id(), commission.status().name());
    }
}
