package com.mypay.remittance.application;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.log.Log;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.Remittances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Sends the commands again whose answers are due: the same request, which has one effect and gets the same answer however
 * often it is sent. Driven by the database alone, so any server may do it, and several at once: the one that comes second
 * finds that the answer isn't due any more.
 */
@ApplicationScoped
public class AskAgain {

    /** In one round: whoever has been away isn't buried under what was meant for it. */
    static final int AT_ONCE = 100;

    private static final Log LOG = Log.of(AskAgain.class);

    private final Remittances remittances;
    private final Orchestrator orchestrator;
    private final Transactions transactions;
    private final Clock realTime;

    @Inject
    public AskAgain(
            Remittances remittances, Orchestrator orchestrator, Transactions transactions, @RealTime Clock realTime) {
        this.remittances = remittances;
        this.orchestrator = orchestrator;
        this.transactions = transactions;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AskAgain() {
        this(null, null, null, null);
    }

    /**
     * Each in a transaction of its own; one that fails doesn't hold up the others.
     *
     * @return how many were sent
     */
    public int ask() {
        List<RemittanceId> due = transactions.inTransaction(() -> remittances.due(realTime.instant(), AT_ONCE));
        int asked = 0;
        for (RemittanceId id : due) {
            asked += asksAgain(id) ? 1 : 0;
        }
        if (asked > 0) {
            LOG.info("{0} remittances had no answer in time: asked again", asked);
        }
        return asked;
    }

    private boolean asksAgain(RemittanceId id) {
        try {
            return transactions.inTransaction(() -> orchestrator.askAgain(id));
        } catch (UnavailableException | UnknownOutcomeException e) {
            LOG.warning("remittance {0} is asked about later: {1}", id, e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.error("remittance {0} can't be asked about", e, id);
            return false;
        }
    }
}
