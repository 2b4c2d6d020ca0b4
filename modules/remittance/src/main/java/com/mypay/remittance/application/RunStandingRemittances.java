package com.mypay.remittance.application;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.remittance.application.port.Banking;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.StandingRemittance;
import com.mypay.remittance.domain.StandingRemittances;
import com.mypay.remittance.domain.VerificationLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Requests the remittances of standing ones whose business date has come. The request and the next date are one
 * transaction: any server may run this, several at once, and each date has one remittance. Days that were missed are
 * caught up with one. What a rule refuses is a remittance that has failed, with its reason, for the member to see; one that
 * only finds too many others waiting is tried again.
 */
@ApplicationScoped
public class RunStandingRemittances {

    static final String OPERATION = "run/standing-remittances";

    /** So many are looked up at a time. */
    static final int PAGE = 100;

    private static final Caller SELF = Caller.service("remittance");
    /** Smaller than each id; not empty, which is NULL to Oracle. */
    private static final String BEFORE_ALL = "0";

    private static final Log LOG = Log.of(RunStandingRemittances.class);

    private final StandingRemittances standings;
    private final Acceptance acceptance;
    private final Banking banking;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;

    @Inject
    public RunStandingRemittances(
            StandingRemittances standings,
            Acceptance acceptance,
            Banking banking,
            Requests requests,
            Transactions transactions,
            Clock clock,
            Ids ids) {
        this.standings = standings;
        this.acceptance = acceptance;
        this.banking = banking;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RunStandingRemittances() {
        this(null, null, null, null, null, null, null);
    }

    private record Content(String standingRemittanceId, LocalDate date) {}

    /**
     * All that are due, each in a transaction and a GUID of its own; one that fails doesn't hold up the others, however
     * many fail.
     *
     * @return how many were requested
     */
    public int run() {
        LocalDate today = BusinessClock.businessDate(clock);
        int ran = 0;
        String last = BEFORE_ALL;
        List<String> due;
        do {
            String after = last;
            due = transactions.inTransaction(() -> standings.due(today, after, PAGE));
            for (String id : due) {
                try {
                    ran += run(id, today) ? 1 : 0;
                } catch (UnavailableException | UnknownOutcomeException e) {
                    LOG.warning("standing remittances wait: {0}", e.getMessage());
                    return ran;
                }
                last = id;
            }
        } while (due.size() == PAGE);
        return ran;
    }

    private boolean run(String id, LocalDate today) {
        try {
            return new CallContext(Guid.issuedBy(ids), 0, SELF, OPERATION).call(() -> ask(id, today));
        } catch (UnavailableException | UnknownOutcomeException e) {
            throw e;
        } catch (RejectedException e) {
            LOG.warning("standing remittance {0} waits: {1}", id, e.problem().name());
        } catch (RuntimeException e) {
            LOG.error("standing remittance {0} can't be requested", e, id);
        }
        return false;
    }

    private boolean ask(String id, LocalDate today) {
        MemberId sender = transactions
                .inTransaction(() -> standings.find(id).orElseThrow())
                .content()
                .sender();
        VerificationLevel level = banking.levelOf(sender);
        return transactions.inTransaction(() -> request(id, level, today));
    }

    private boolean request(String id, VerificationLevel level, LocalDate today) {
        StandingRemittance standing = standings.findForUpdate(id).orElseThrow();
        if (!standing.isDue(today)) {
            return false;
        }
        LocalDate date = standing.nextDate().orElseThrow();
        // Under this service's own name: no member can have used the id before
        CommandKey key = CommandKey.of(SELF, OPERATION, new RequestId(id + "-" + date), new Content(id, date));
        requests.once(key, RequestRemittance.Answer.class, () -> RequestRemittance.Answer.of(accept(standing, level)));
        standing.requested(today);
        return true;
    }

    private Remittance accept(StandingRemittance standing, VerificationLevel level) {
        StandingRemittance.Content content = standing.content();
        Acceptance.Wish wish = new Acceptance.Wish(
                content.sender(), content.payee(), level, content.amount(), content.memo(), standing.id());
        RemittanceId id = new RemittanceId(ids.next());
        try {
            return acceptance.accept(id, wish);
        } catch (RejectedException e) {
            if (e.problem() == RemittanceProblem.TOO_MANY_WAITING) {
                throw e;
            }
            LOG.info(
                    "standing remittance {0} is refused: {1}",
                    standing.id(), e.problem().name());
            return acceptance.acceptAsFailed(id, wish, e.problem().name());
        }
    }
}
