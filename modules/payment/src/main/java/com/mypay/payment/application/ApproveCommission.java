package com.mypay.payment.application;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.RequestId;
import com.mypay.payment.domain.Commission;
import com.mypay.payment.domain.CommissionStatus;
import com.mypay.payment.domain.Commissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** A second person approves commission terms that the first has proposed. */
@ApplicationScoped
public class ApproveCommission {

    static final String OPERATION = "approve/commission";

    private final Commissions commissions;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public ApproveCommission(Commissions commissions, Requests requests, Transactions transactions, Clock clock) {
        this.commissions = commissions;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ApproveCommission() {
        this(null, null, null, null);
    }

    public record Command(Caller caller, RequestId requestId, String commissionId) {}

    private record Content(String commissionId) {}

    public ModifyCommission.Answer approve(Command command) {
        CommandKey key =
                CommandKey.of(command.caller(), OPERATION, command.requestId(), new Content(command.commissionId()));
        return transactions.inTransaction(
                () -> requests.once(key, ModifyCommission.Answer.class, () -> decide(command)));
    }

    private ModifyCommission.Answer decide(Command command) {
        Commission commission = commissions
                .findForUpdate(command.commissionId())
                .orElseThrow(() -> new RejectedException(PaymentProblem.COMMISSION_NOT_FOUND));
        if (commission.status() != CommissionStatus.PROPOSED) {
            throw new RejectedException(PaymentProblem.COMMISSION_DECIDED);
        }
        if (commission.proposedBy().equals(command.caller().toString())) {
            throw new RejectedException(PaymentProblem.SAME_PERSON);
        }
        LocalDate today = BusinessClock.businessDate(clock);
        if (commission.terms().effectiveFrom().isBefore(today)) {
            throw new RejectedException(PaymentProblem.COMMISSION_IN_THE_PAST, "today is " + today);
        }
        commission.approve(command.caller().toString(), clock.instant());
        BusinessLog.event(BusinessEvent.COMMISSION_CHANGED)
                .member(commission.terms().franchise().orElse(null))
                .reference("commissionId", commission.id())
                .detail("rate", commission.terms().rate())
                .detail("effectiveFrom", commission.terms().effectiveFrom())
                .detail("proposedBy", commission.proposedBy())
                .detail("by", command.caller())
                .write();
        return new ModifyCommission.Answer(commission.id(), commission.status().name());
    }
}
