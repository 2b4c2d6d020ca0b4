package com.mypay.banking.application;

import com.mypay.banking.domain.BankContract;
import com.mypay.banking.domain.ChangedMeanwhileException;
import com.mypay.banking.domain.DailyLimits;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.Firmbankings;
import com.mypay.banking.domain.Wait;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what was ordered by message and has waited for its bank: until the end of a maintenance window, or for its turn
 * where the contract limits the calls. Everything is looked at as if it had been ordered now: contract, limits, fee,
 * transaction date. Several servers may do so at once: whoever makes the step to {@code SENT} calls the bank.
 */
@ApplicationScoped
public class SendWaitingFirmbankings {

    /** At most so many in one go. */
    static final int AT_MOST = 200;

    private static final Log LOG = Log.of(SendWaitingFirmbankings.class);

    /** The two clocks are read one after the other. */
    private static final Duration SAME_TIME = Duration.ofSeconds(1);

    private final Firmbankings firmbankings;
    private final BankGate gate;
    private final DailyLimits dailyLimits;
    private final ExecuteFirmbanking execute;
    private final Transactions transactions;
    private final InquiryPace pace;
    private final Clock clock;
    private final AtomicReference<@Nullable Duration> knownShift = new AtomicReference<>();

    @Inject
    SendWaitingFirmbankings(
            Firmbankings firmbankings,
            BankGate gate,
            DailyLimits dailyLimits,
            ExecuteFirmbanking execute,
            Transactions transactions,
            InquiryPace pace,
            Clock clock) {
        this.firmbankings = firmbankings;
        this.gate = gate;
        this.dailyLimits = dailyLimits;
        this.execute = execute;
        this.transactions = transactions;
        this.pace = pace;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SendWaitingFirmbankings() {
        this(null, null, null, null, null, null, null);
    }

    /**
     * Sends those whose time has come.
     *
     * @param atOnce runs all of them, the longest waiting first, as many at once as it likes: each waits for its bank, is
     *     outside of transactions, and never throws
     */
    public void send(Consumer<List<Runnable>> atOnce) {
        atOnce.accept(due().stream()
                .map(waiting -> (Runnable) () -> sendInItsContext(waiting))
                .toList());
    }

    private List<Firmbanking> due() {
        Instant now = pace.realTime();
        boolean moved = hasClockBeenMoved(now);
        return transactions.inTransaction(() -> {
            if (moved) {
                firmbankings.lookAtMaintenance(now);
            }
            return firmbankings.waitingUntil(now, AT_MOST);
        });
    }

    /** Windows end by business time. When the test clock is moved, what was worked out of it in real time is void. */
    private boolean hasClockBeenMoved(Instant now) {
        Duration shift = Duration.between(now, clock.instant());
        Duration before = knownShift.getAndSet(shift);
        return before == null || shift.minus(before).abs().compareTo(SAME_TIME) > 0;
    }

    /** Each goes on under the GUID of its own business transaction. */
    private void sendInItsContext(Firmbanking waiting) {
        CallContext context =
                new CallContext(new Guid(waiting.guid()), 0, Caller.service("banking"), "send/waiting-firmbankings");
        context.run(() -> {
            try {
                sendOrRefuse(waiting);
            } catch (UnavailableException | UnknownOutcomeException e) {
                LOG.warning("firmbanking {0} stays open: {1}", waiting.id(), e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("firmbanking {0} stays open", e, waiting.id());
            }
        });
    }

    private void sendOrRefuse(Firmbanking waiting) {
        try {
            Firmbanking next = transactions.inTransaction(() -> step(waiting));
            if (!next.isWaiting()) {
                execute.send(next);
            }
        } catch (ChangedMeanwhileException e) {
            // Somebody else has taken it
        } catch (RejectedException e) {
            String reason = e.problem().name();
            LOG.warning("firmbanking {0} has waited and is refused: {1}", waiting.id(), reason);
            execute.close(
                    waiting,
                    current -> current.version() == waiting.version() ? current.refused(reason, null) : current);
        }
    }

    private Firmbanking step(Firmbanking waiting) {
        BankContract called = gate.contract(waiting.from(), waiting.to(), waiting.purpose(), waiting.amount());
        Optional<Wait> wait = gate.maintenance(waiting.from(), waiting.to(), waiting.purpose());
        if (wait.isPresent() && !waiting.purpose().waitsForMaintenance()) {
            throw new RejectedException(BankingProblem.BANK_IN_MAINTENANCE, waiting.toString());
        }
        if (wait.isEmpty() && !waiting.hasTakenItsTurn()) {
            wait = gate.turn(called);
        }
        Instant now = clock.instant();
        Firmbanking next = wait.isPresent()
                ? waiting.waitingOn(wait.get())
                : waiting.sentAfterWaiting(now, BusinessClock.businessDate(now), called.feePerCall(), pace.stale());
        execute.save(waiting, next);
        if (!next.isWaiting()
                && !dailyLimits.take(next.from().bank(), next.transactionDate(), next.amount(), called.dailyLimit())) {
            throw new RejectedException(BankingProblem.DAILY_LIMIT_EXCEEDED, waiting.toString());
        }
        return next;
    }
}
