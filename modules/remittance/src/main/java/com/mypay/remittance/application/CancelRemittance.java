package com.mypay.remittance.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.RequestId;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Sender;
import com.mypay.remittance.domain.Senders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Cancels a remittance while nothing has been sent out: at once if it waits for its turn or for a top-up; as soon as
 * money's answer is there if money is asked to hold. Once the money may be on its way it is refused.
 */
@ApplicationScoped
public class CancelRemittance {

    static final String OPERATION = "cancel/remittance";

    private final Remittances remittances;
    private final Senders senders;
    private final Orchestrator orchestrator;
    private final Requests requests;
    private final Transactions transactions;

    @Inject
    public CancelRemittance(
            Remittances remittances,
            Senders senders,
            Orchestrator orchestrator,
            Requests requests,
            Transactions transactions) {
        this.remittances = remittances;
        this.senders = senders;
        this.orchestrator = orchestrator;
        this.requests = requests;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CancelRemittance() {
        this(null, null, null, null, null);
    }

    public record Command(Caller caller, RequestId requestId, RemittanceId remittance) {}

    private record Content(RemittanceId remittance) {}

    /**
     * @param status {@code CANCELLED}, or what it was
     * @param cancelNoted it is cancelled as soon as money has answered
     */
    public record Answer(String remittanceId, String status, boolean cancelNoted) {}

    public Answer cancel(Command command) {
        CommandKey key =
                CommandKey.of(command.caller(), OPERATION, command.requestId(), new Content(command.remittance()));
        return transactions.inTransaction(() -> requests.once(key, Answer.class, () -> cancelled(command)));
    }

    private Answer cancelled(Command command) {
        Sender sender = senders.lockOf(command.remittance())
                .filter(found -> command.caller().mayActFor(found.member()))
                .orElseThrow(() -> new RejectedException(RemittanceProblem.REMITTANCE_NOT_FOUND));
        Remittance remittance = remittances.find(command.remittance()).orElseThrow();
        if (!remittance.isCancellable()) {
            throw new RejectedException(
                    remittance.status().isOpen()
                            ? RemittanceProblem.REMITTANCE_ALREADY_SENT
                            : RemittanceProblem.REMITTANCE_ENDED,
                    "it is " + remittance.status());
        }
        orchestrator.cancel(sender, remittance);
        return new Answer(remittance.id().value(), remittance.status().name(), remittance.isCancelNoted());
    }
}
