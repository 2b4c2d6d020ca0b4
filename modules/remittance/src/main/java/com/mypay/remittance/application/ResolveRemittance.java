package com.mypay.remittance.application;

import com.mypay.framework.clock.RealTime;
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
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.RemittanceStatus;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Resolution;
import com.mypay.remittance.domain.Resolution.Decision;
import com.mypay.remittance.domain.Resolutions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Staff has found out what the bank did with a remittance that has been in doubt for too long, and proposes how it is to
 * end. It ends so once another person has approved it.
 */
@ApplicationScoped
public class ResolveRemittance {

    static final String OPERATION = "resolve/remittance";

    private final Remittances remittances;
    private final Resolutions resolutions;
    private final Requests requests;
    private final Transactions transactions;
    private final WorkListLimit limit;
    private final Clock clock;
    private final Clock realTime;
    private final Ids ids;

    @Inject
    public ResolveRemittance(
            Remittances remittances,
            Resolutions resolutions,
            Requests requests,
            Transactions transactions,
            WorkListLimit limit,
            Clock clock,
            @RealTime Clock realTime,
            Ids ids) {
        this.remittances = remittances;
        this.resolutions = resolutions;
        this.requests = requests;
        this.transactions = transactions;
        this.limit = limit;
        this.clock = clock;
        this.realTime = realTime;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ResolveRemittance() {
        this(null, null, null, null, null, null, null, null);
    }

    /** @param reason how staff knows */
    public record Command(
            Caller caller, RequestId requestId, RemittanceId remittance, Decision decision, String reason) {}

    private record Content(RemittanceId remittance, Decision decision, String reason) {}

    /** @param status {@code PROPOSED}, then {@code APPROVED}; {@code REFUTED} once the bank says otherwise */
    public record Answer(String resolutionId, String status) {}

    public Answer resolve(Command command) {
        Content content = new Content(command.remittance(), command.decision(), command.reason());
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), content);
        return transactions.inTransaction(() -> requests.once(key, Answer.class, () -> propose(command)));
    }

    private Answer propose(Command command) {
        Remittance remittance = remittances
                .find(command.remittance())
                .orElseThrow(() -> new RejectedException(RemittanceProblem.REMITTANCE_NOT_FOUND));
        if (!isOnWorkList(remittance)) {
            throw new RejectedException(RemittanceProblem.REMITTANCE_NOT_IN_DOUBT, "it is " + remittance.status());
        }
        Resolution resolution = Resolution.proposed(
                ids.next(),
                command.remittance(),
                command.decision(),
                command.reason(),
                command.caller().toString(),
                CallContext.current().guid().value(),
                clock.instant());
        resolutions.add(resolution);
        BusinessLog.event(BusinessEvent.RESOLUTION_PROPOSED)
                .member(remittance.sender())
                .reference("remittanceId", remittance.id())
                .reference("resolutionId", resolution.id())
                .detail("decision", resolution.decision())
                .detail("by", command.caller())
                .write();
        return new Answer(resolution.id(), resolution.status().name());
    }

    /** Before that, the bank may well answer itself. */
    private boolean isOnWorkList(Remittance remittance) {
        Instant since = remittance.progress().waitingSince();
        return remittance.status() == RemittanceStatus.IN_DOUBT
                && remittance.isAtBank()
                && since != null
                && !since.isAfter(realTime.instant().minus(limit.waiting()));
    }
}
