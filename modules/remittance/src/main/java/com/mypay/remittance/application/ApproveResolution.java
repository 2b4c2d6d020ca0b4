package com.mypay.remittance.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.RequestId;
import com.mypay.remittance.application.message.ResolveFirmbanking;
import com.mypay.remittance.application.message.StepMessage;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Resolution;
import com.mypay.remittance.domain.ResolutionStatus;
import com.mypay.remittance.domain.Resolutions;
import com.mypay.remittance.domain.Senders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * A second person approves how a remittance in doubt is to end. Banking is told to end the firmbanking so; its answer
 * then leads the remittance to its end in the usual way.
 */
@ApplicationScoped
public class ApproveResolution {

    static final String OPERATION = "approve/resolution";

    private final Resolutions resolutions;
    private final Remittances remittances;
    private final Senders senders;
    private final Outbox outbox;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public ApproveResolution(
            Resolutions resolutions,
            Remittances remittances,
            Senders senders,
            Outbox outbox,
            Requests requests,
            Transactions transactions,
            Clock clock) {
        this.resolutions = resolutions;
        this.remittances = remittances;
        this.senders = senders;
        this.outbox = outbox;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ApproveResolution() {
        this(null, null, null, null, null, null, null);
    }

    public record Command(Caller caller, RequestId requestId, String resolutionId) {}

    private record Content(String resolutionId) {}

    public ResolveRemittance.Answer approve(Command command) {
        CommandKey key =
                CommandKey.of(command.caller(), OPERATION, command.requestId(), new Content(command.resolutionId()));
        return transactions.inTransaction(
                () -> requests.once(key, ResolveRemittance.Answer.class, () -> decide(command)));
    }

    private ResolveRemittance.Answer decide(Command command) {
        Resolution resolution = resolutions
                .findForUpdate(command.resolutionId())
                .orElseThrow(() -> new RejectedException(RemittanceProblem.RESOLUTION_NOT_FOUND));
        // The one lock of a remittance: of two proposals that are approved at once, the second finds the first decided
        if (senders.lockOf(resolution.remittance()).isEmpty()) {
            throw new IllegalStateException("there is no remittance " + resolution.remittance());
        }
        boolean decided = resolutions.of(resolution.remittance()).stream()
                .anyMatch(one -> one.status() == ResolutionStatus.APPROVED);
        if (decided || resolution.status() != ResolutionStatus.PROPOSED) {
            throw new RejectedException(RemittanceProblem.RESOLUTION_DECIDED);
        }
        if (resolution.proposedBy().equals(command.caller().toString())) {
            throw new RejectedException(RemittanceProblem.SAME_PERSON);
        }
        Remittance remittance = remittances.find(resolution.remittance()).orElseThrow();
        if (!remittance.isAtBank()) {
            throw new RejectedException(RemittanceProblem.REMITTANCE_NOT_IN_DOUBT, "it is " + remittance.status());
        }
        resolution.approve(command.caller().toString(), clock.instant());
        outbox.send(messageOf(resolution, remittance, command.caller()));
        BusinessLog.event(BusinessEvent.RESOLUTION_APPROVED)
                .member(remittance.sender())
                .reference("remittanceId", remittance.id())
                .reference("resolutionId", resolution.id())
                .detail("decision", resolution.decision())
                .detail("proposedBy", resolution.proposedBy())
                .detail("by", command.caller())
                .write();
        return new ResolveRemittance.Answer(resolution.id(), resolution.status().name());
    }

    private static OutgoingMessage messageOf(Resolution resolution, Remittance remittance, Caller approver) {
        ResolveFirmbanking body = new ResolveFirmbanking(
                remittance.waitsFor().orElseThrow().requestId(),
                "remittance",
                resolution.decision().name(),
                resolution.proposedBy(),
                approver.toString(),
                resolution.reason());
        return new OutgoingMessage("resolve-" + resolution.id(), StepMessage.TO_BANKING, ResolveFirmbanking.TYPE, body);
    }
}
