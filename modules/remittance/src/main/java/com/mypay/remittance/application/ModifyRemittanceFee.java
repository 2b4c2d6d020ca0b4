package com.mypay.remittance.application;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.RequestId;
import com.mypay.remittance.domain.RemittanceFee;
import com.mypay.remittance.domain.RemittanceFee.Terms;
import com.mypay.remittance.domain.RemittanceFees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** Staff proposes another line of the fee table from a date on; it holds once another person has approved it. */
@ApplicationScoped
public class ModifyRemittanceFee {

    static final String OPERATION = "modify/remittance-fee";

    private final RemittanceFees fees;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;

    @Inject
    public ModifyRemittanceFee(
            RemittanceFees fees, Requests requests, Transactions transactions, Clock clock, Ids ids) {
        this.fees = fees;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ModifyRemittanceFee() {
        this(null, null, null, null, null);
    }

    public record Command(Caller caller, RequestId requestId, Terms terms) {}

    /** @param status {@code PROPOSED}, then {@code APPROVED} */
    public record Answer(String feeId, String status) {}

    public Answer modify(Command command) {
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), command.terms());
        return transactions.inTransaction(() -> requests.once(key, Answer.class, () -> propose(command)));
    }

    private Answer propose(Command command) {
        LocalDate today = BusinessClock.businessDate(clock);
        if (command.terms().effectiveFrom().isBefore(today)) {
            throw new RejectedException(RemittanceProblem.FEE_IN_THE_PAST, "today is " + today);
        }
        RemittanceFee fee = RemittanceFee.proposed(
                ids.next(),
                command.terms(),
                command.caller().toString(),
                CallContext.current().guid().value(),
                clock.instant());
        fees.add(fee);
        BusinessLog.event(BusinessEvent.REMITTANCE_FEE_PROPOSED)
                .amount(fee.terms().fee())
                .reference("feeId", fee.id())
                .detail("payeeKind", fee.terms().payeeKind())
                .detail("effectiveFrom", fee.terms().effectiveFrom())
                .detail("by", command.caller())
                .write();
        return new Answer(fee.id(), fee.status().name());
    }
}
