package com.mypay.remittance.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.RequestId;
import com.mypay.remittance.domain.StandingRemittance;
import com.mypay.remittance.domain.StandingRemittances;
import com.mypay.remittance.domain.StandingStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Nothing more is sent by a standing remittance; what it has requested already goes its own way. */
@ApplicationScoped
public class CancelStandingRemittance {

    static final String OPERATION = "cancel/standing-remittance";

    private final StandingRemittances standings;
    private final Requests requests;
    private final Transactions transactions;

    @Inject
    public CancelStandingRemittance(StandingRemittances standings, Requests requests, Transactions transactions) {
        this.standings = standings;
        this.requests = requests;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CancelStandingRemittance() {
        this(null, null, null);
    }

    public record Command(Caller caller, RequestId requestId, String standingRemittanceId) {}

    private record Content(String standingRemittanceId) {}

    /** @param status {@code CANCELLED} */
    public record Answer(String standingRemittanceId, String status) {}

    public Answer cancel(Command command) {
        CommandKey key = CommandKey.of(
                command.caller(), OPERATION, command.requestId(), new Content(command.standingRemittanceId()));
        return transactions.inTransaction(() -> requests.once(key, Answer.class, () -> cancelled(command)));
    }

    private Answer cancelled(Command command) {
        StandingRemittance standing = standings
                .findForUpdate(command.standingRemittanceId())
                .filter(found -> command.caller().mayActFor(found.content().sender()))
                .orElseThrow(() -> new RejectedException(RemittanceProblem.STANDING_NOT_FOUND));
        if (standing.status() != StandingStatus.ACTIVE) {
            throw new RejectedException(RemittanceProblem.STANDING_ENDED, "it is " + standing.status());
        }
        standing.cancel();
        BusinessLog.event(BusinessEvent.STANDING_REMITTANCE_CANCELLED)
                .member(standing.content().sender())
                .reference("standingRemittanceId", standing.id())
                .write();
        return new Answer(standing.id(), standing.status().name());
    }
}
