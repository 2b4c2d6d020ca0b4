package com.mypay.remittance.application;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.RequestId;
import com.mypay.remittance.domain.FeeStatus;
import com.mypay.remittance.domain.RemittanceFee;
import com.mypay.remittance.domain.RemittanceFees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** A second person approves a line of the fee table that the first has proposed. */
@ApplicationScoped
public class ApproveRemittanceFee {

    static final String OPERATION = "approve/remittance-fee";

    private final RemittanceFees fees;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public ApproveRemittanceFee(RemittanceFees fees, Requests requests, Transactions transactions, Clock clock) {
        this.fees = fees;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ApproveRemittanceFee() {
        this(null, null, null, null);
    }

    public record Command(Caller caller, RequestId requestId, String feeId) {}

    private record Content(String feeId) {}

    public ModifyRemittanceFee.Answer approve(Command command) {
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), new Content(command.feeId()));
        return transactions.inTransaction(
                () -> requests.once(key, ModifyRemittanceFee.Answer.class, () -> decide(command)));
    }

    private ModifyRemittanceFee.Answer decide(Command command) {
        RemittanceFee fee = fees.findForUpdate(command.feeId())
                .orElseThrow(() -> new RejectedException(RemittanceProblem.FEE_NOT_FOUND));
        if (fee.status() != FeeStatus.PROPOSED) {
            throw new RejectedException(RemittanceProblem.FEE_DECIDED);
        }
        if (fee.proposedBy().equals(command.caller().toString())) {
            throw new RejectedException(RemittanceProblem.SAME_PERSON);
        }
        LocalDate today = BusinessClock.businessDate(clock);
        if (fee.terms().effectiveFrom().isBefore(today)) {
            throw new RejectedException(RemittanceProblem.FEE_IN_THE_PAST, "today is " + today);
        }
        fee.approve(command.caller().toString(), clock.instant());
        BusinessLog.event(BusinessEvent.REMITTANCE_FEE_CHANGED)
                .amount(fee.terms().fee())
                .reference("feeId", fee.id())
                .detail("payeeKind", fee.terms().payeeKind())
                .detail("effectiveFrom", fee.terms().effectiveFrom())
                .detail("proposedBy", fee.proposedBy())
                .detail("by", command.caller())
                .write();
        return new ModifyRemittanceFee.Answer(fee.id(), fee.status().name());
    }
}
