package com.mypay.money.application;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.money.application.port.Banking;
import com.mypay.money.application.port.Banking.Firmbanking;
import com.mypay.money.application.port.Banking.Outcome;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeId;
import com.mypay.money.domain.Charges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Asks banking about charges that stay open: the server died while it called, the call timed out, nobody repeats the
 * command. So no money is lost: what banking has completed is booked. Runs again and again, on any server; two at once
 * do no harm.
 */
@ApplicationScoped
public class AskOpenCharges {

    static final String NOT_RECEIVED = "NOT_RECEIVED";
    private static final int AT_ONCE = 50;
    private static final Log LOG = Log.of(AskOpenCharges.class);

    private final Transactions transactions;
    private final Charges charges;
    private final Banking banking;
    private final EndCharge endCharge;
    private final Clock realTime;

    @Inject
    public AskOpenCharges(
            Transactions transactions,
            Charges charges,
            Banking banking,
            EndCharge endCharge,
            @RealTime Clock realTime) {
        this.transactions = transactions;
        this.charges = charges;
        this.banking = banking;
        this.endCharge = endCharge;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AskOpenCharges() {
        this(null, null, null, null, null);
    }

    /** @return how many have ended by it */
    public int ask() {
        List<ChargeId> open = transactions.inTransaction(() -> charges.toAsk(realTime.instant(), AT_ONCE));
        int ended = 0;
        for (ChargeId id : open) {
            try {
                ended += askInItsContext(id) ? 1 : 0;
            } catch (UnavailableException | UnknownOutcomeException e) {
                LOG.warning("banking can't be asked about {0} open charges: {1}", open.size() - ended, e.getMessage());
                return ended;
            } catch (RuntimeException e) {
                LOG.error("charge {0} stays open", e, id);
                transactions.inTransaction(() -> charges.lock(id).ifPresent(this::askLater));
            }
        }
        return ended;
    }

    /** It goes on under the GUID of its own business transaction. */
    private boolean askInItsContext(ChargeId id) {
        Charge charge = transactions.inTransaction(() -> charges.find(id)).orElseThrow();
        CallContext context = new CallContext(new Guid(charge.guid()), 0, Caller.service("money"), "ask/open-charges");
        return context.call(() -> askAbout(charge));
    }

    private boolean askAbout(Charge charge) {
        Optional<Firmbanking> found = banking.find(charge.requestId());
        boolean ended = transactions.inTransaction(() -> take(charge.id(), found));
        if (ended) {
            LOG.info("charge {0} of {1} has ended by asking banking", charge.id(), charge.amount());
        }
        return ended;
    }

    private boolean take(ChargeId id, Optional<Firmbanking> found) {
        Charge charge = charges.lock(id).orElseThrow();
        if (!charge.status().isOpen()) {
            return false;
        }
        if (found.isPresent() && found.get().outcome() != Outcome.UNKNOWN) {
            endCharge.end(id, found.get());
            return true;
        }
        if (found.isEmpty() && charge.isLostWhenNotReceived(realTime.instant())) {
            endCharge.end(id, Firmbanking.refused(null, NOT_RECEIVED));
            return true;
        }
        askLater(charge);
        return false;
    }

    /** So that the others, which come behind it, are asked about first. */
    private void askLater(Charge charge) {
        charge.postponeAsking(realTime.instant());
        charges.changed(charge);
    }
}
