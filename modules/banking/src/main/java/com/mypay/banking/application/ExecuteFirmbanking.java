package com.mypay.banking.application;

import com.mypay.banking.application.port.Bank;
import com.mypay.banking.application.port.Figures;
import com.mypay.banking.domain.ChangedMeanwhileException;
import com.mypay.banking.domain.DailyLimits;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.Firmbankings;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.log.Log;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sends a firmbanking that was written down, and writes down what the bank says. Whoever makes the step to {@code SENT}
 * calls the bank; whoever comes second finds it made and does not.
 */
@ApplicationScoped
class ExecuteFirmbanking {

    private static final Log LOG = Log.of(ExecuteFirmbanking.class);

    private final Firmbankings firmbankings;
    private final DailyLimits dailyLimits;
    private final Bank bank;
    private final Outbox outbox;
    private final Transactions transactions;
    private final InquiryPace pace;
    private final Figures figures;
    private final Clock clock;
    private final Ids ids;

    @Inject
    ExecuteFirmbanking(
            Firmbankings firmbankings,
            DailyLimits dailyLimits,
            Bank bank,
            Outbox outbox,
            Transactions transactions,
            InquiryPace pace,
            Figures figures,
            Clock clock,
            Ids ids) {
        this.firmbankings = firmbankings;
        this.dailyLimits = dailyLimits;
        this.bank = bank;
        this.outbox = outbox;
        this.transactions = transactions;
        this.pace = pace;
        this.figures = figures;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ExecuteFirmbanking() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /**
     * Outside of transactions.
     *
     * @return as it is afterwards; {@code SENT} if somebody else is sending it
     * @throws UnknownOutcomeException if the bank was called and our database is away; the bank will be asked
     */
    Firmbanking execute(Firmbanking requested) {
        Optional<Firmbanking> sent = claim(requested, requested.sent(clock.instant(), pace.stale()));
        return sent.isEmpty() ? reread(requested) : send(sent.get());
    }

    /**
     * As {@link #execute}, by whoever has just made the step to {@code SENT}.
     *
     * @throws UnknownOutcomeException if the bank was called and our database is away; the bank will be asked
     */
    Firmbanking send(Firmbanking sent) {
        UnaryOperator<Firmbanking> verb = callBank(sent);
        try {
            return close(sent, verb);
        } catch (UnavailableException e) {
            throw new UnknownOutcomeException(
                    "what the bank has said about firmbanking " + sent.id() + " could not be written down", "", e);
        }
    }

    /** What is to be written down then. That our database is away says nothing about the bank: it is no part of this. */
    private UnaryOperator<Firmbanking> callBank(Firmbanking sent) {
        try {
            Bank.Answer answer = bank.transfer(sent.instruction());
            return firmbanking -> decided(firmbanking, answer);
        } catch (UnavailableException e) {
            LOG.warning("firmbanking {0} did not reach the bank: {1}", sent.id(), e.getMessage());
            return this::unreached;
        } catch (UnknownOutcomeException e) {
            LOG.warning("firmbanking {0} has no answer: {1}", sent.id(), e.getMessage());
            return this::unanswered;
        }
    }

    /**
     * Writes a step that gives the right to call the bank.
     *
     * @return empty if somebody else was faster
     */
    Optional<Firmbanking> claim(Firmbanking before, Firmbanking after) {
        try {
            transactions.inTransaction(() -> save(before, after));
            return Optional.of(after);
        } catch (ChangedMeanwhileException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes that the bank contradicts what staff has resolved, and tells the requester.
     *
     * @param decision that is contradicted
     * @return empty if somebody else was faster
     */
    Optional<Firmbanking> contradict(Firmbanking before, Firmbanking after, FirmbankingStatus decision) {
        try {
            transactions.inTransaction(() -> {
                save(before, after);
                String replyTo = after.replyTo();
                if (replyTo != null) {
                    outbox.send(FirmbankingResult.contradicted(after, decision, replyTo, ids.next()));
                }
            });
            return Optional.of(after);
        } catch (ChangedMeanwhileException e) {
            return Optional.empty();
        }
    }

    /** Writes down what the bank has decided. */
    Firmbanking closeBy(Firmbanking current, Bank.Answer answer) {
        return close(current, firmbanking -> decided(firmbanking, answer));
    }

    /** Writes the step, on the row as it is by then; the result goes out with it. Nothing to do if it is final already. */
    Firmbanking close(Firmbanking current, UnaryOperator<Firmbanking> verb) {
        Firmbanking before = current;
        while (!before.status().isFinal()) {
            Firmbanking from = before;
            try {
                Firmbanking after = transactions.inTransaction(() -> saveAndReply(from, verb.apply(from)));
                if (after.status() != from.status()) {
                    figures.reached(after);
                }
                return after;
            } catch (ChangedMeanwhileException e) {
                before = reread(from);
            }
        }
        return before;
    }

    /** Inside a transaction: tells the requester, if it waits for a message. */
    void reply(Firmbanking firmbanking) {
        String replyTo = firmbanking.replyTo();
        if (replyTo != null) {
            outbox.send(FirmbankingResult.message(firmbanking, replyTo));
        }
    }

    /** Inside a transaction: tells it once more, as it is known now. */
    void replyAgain(Firmbanking firmbanking) {
        String replyTo = firmbanking.replyTo();
        if (replyTo != null) {
            outbox.send(FirmbankingResult.again(firmbanking, replyTo, ids.next()));
        }
    }

    private Firmbanking saveAndReply(Firmbanking before, Firmbanking after) {
        if (after == before) {
            return before;
        }
        save(before, after);
        if (after.status() != before.status()) {
            reply(after);
        }
        if (after.status() == FirmbankingStatus.REFUSED && !before.isWaiting()) {
            // Last, because it locks the bank's day
            dailyLimits.giveBack(after.from().bank(), after.transactionDate(), after.amount());
        }
        return after;
    }

    /** Inside a transaction. @throws ChangedMeanwhileException if somebody else was faster */
    void save(Firmbanking before, Firmbanking after) {
        firmbankings.save(
                before, after, clock.instant(), CallContext.current().guid().value());
        if (after.status() != before.status()) {
            tell(after);
        }
    }

    private static void tell(Firmbanking firmbanking) {
        @Nullable BusinessEvent what = switch (firmbanking.status()) {
            case SENT -> BusinessEvent.FIRMBANKING_SENT;
            case COMPLETED, REFUSED, UNKNOWN -> BusinessEvent.FIRMBANKING_ENDED;
            case REQUESTED, WAITING -> null;
        };
        if (what != null) {
            BusinessLog.event(what)
                    .member(firmbanking.member().orElse(null))
                    .amount(firmbanking.amount())
                    .reference("firmbankingId", firmbanking.id())
                    .reference("requestId", firmbanking.requestId())
                    .detail("requester", firmbanking.requester())
                    .detail("purpose", firmbanking.purpose())
                    .detail("status", firmbanking.status())
                    .detail("reasonCode", firmbanking.reasonCode())
                    .write();
        }
    }

    private Firmbanking reread(Firmbanking firmbanking) {
        return transactions.inTransaction(
                () -> firmbankings.find(firmbanking.id()).orElseThrow());
    }

    private static Firmbanking decided(Firmbanking firmbanking, Bank.Answer answer) {
        if (answer.completed()) {
            return firmbanking.completed(
                    Objects.requireNonNull(answer.reference()), Objects.requireNonNull(answer.completedAt()));
        }
        return firmbanking.refused(Objects.requireNonNull(answer.reasonCode()), answer.reference());
    }

    /** Who waits for the answer hears it and may repeat; who waits for a message gets the money moved later. */
    private Firmbanking unreached(Firmbanking firmbanking) {
        if (firmbanking.status() != FirmbankingStatus.SENT) {
            return firmbanking;
        }
        return firmbanking.replyTo() == null
                ? firmbanking.refusedUnreached()
                : firmbanking.unknownUnreached(pace.realTime(), pace.firstInquiry());
    }

    private Firmbanking unanswered(Firmbanking firmbanking) {
        return firmbanking.status() == FirmbankingStatus.SENT ? firmbanking.unknown(pace.firstInquiry()) : firmbanking;
    }
}
