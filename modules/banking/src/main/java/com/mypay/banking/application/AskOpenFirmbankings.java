package com.mypay.banking.application;

import com.mypay.banking.application.port.Bank;
import com.mypay.banking.application.port.Bank.Inquiry;
import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.Firmbankings;
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
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Brings every open firmbanking to its end, again and again until it is known: what a dead server has left behind becomes
 * {@code UNKNOWN}, and about each {@code UNKNOWN} one its bank is asked, less often the longer it takes. Only a bank that
 * goes on saying that it received nothing gets the same instruction once more, with the same id and date.
 *
 * <p>What staff has resolved ends as they say, unless the bank answers at last.
 *
 * <p>Of a bank that doesn't answer one question no other is asked in the same go: its time-outs, one after another, would
 * hold up what is open at the other banks.
 */
@ApplicationScoped
public class AskOpenFirmbankings {

    /** At most so many in one go. */
    static final int AT_MOST = 200;

    private static final Log LOG = Log.of(AskOpenFirmbankings.class);

    private final Firmbankings firmbankings;
    private final ExecuteFirmbanking execute;
    private final Bank bank;
    private final BankTerms terms;
    private final Transactions transactions;
    private final InquiryPace pace;
    private final Clock clock;

    @Inject
    AskOpenFirmbankings(
            Firmbankings firmbankings,
            ExecuteFirmbanking execute,
            Bank bank,
            BankTerms terms,
            Transactions transactions,
            InquiryPace pace,
            Clock clock) {
        this.firmbankings = firmbankings;
        this.execute = execute;
        this.bank = bank;
        this.terms = terms;
        this.transactions = transactions;
        this.pace = pace;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AskOpenFirmbankings() {
        this(null, null, null, null, null, null, null);
    }

    /** @return those whose end has become known now */
    public List<Firmbanking> ask() {
        List<Firmbanking> due = transactions.inTransaction(() -> firmbankings.due(pace.realTime(), AT_MOST));
        Set<BankCode> silent = new HashSet<>();
        return due.stream()
                .map(firmbanking -> lookAfterInItsContext(firmbanking, silent))
                .flatMap(Optional::stream)
                .filter(firmbanking -> firmbanking.status().isFinal())
                .toList();
    }

    /** Each goes on under the GUID of its own business transaction; one that fails doesn't hold up the others. */
    private Optional<Firmbanking> lookAfterInItsContext(Firmbanking firmbanking, Set<BankCode> silent) {
        CallContext context =
                new CallContext(new Guid(firmbanking.guid()), 0, Caller.service("banking"), "ask/open-firmbankings");
        return context.call(() -> {
            try {
                return Optional.of(lookAfter(firmbanking, silent));
            } catch (UnavailableException | UnknownOutcomeException e) {
                LOG.warning("firmbanking {0} stays open: {1}", firmbanking.id(), e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("firmbanking {0} stays open", e, firmbanking.id());
            }
            return Optional.empty();
        });
    }

    private Firmbanking lookAfter(Firmbanking firmbanking, Set<BankCode> silent) {
        return switch (firmbanking.status()) {
            // Claimed first, so that its own server, should it live after all, no longer calls
            case REQUESTED ->
                execute.claim(firmbanking, firmbanking.sent(clock.instant(), pace.stale()))
                        .map(this::leftBehind)
                        .orElse(firmbanking);
            case SENT -> leftBehind(firmbanking);
            case UNKNOWN -> inquire(firmbanking, silent);
            case WAITING, COMPLETED, REFUSED -> firmbanking;
        };
    }

    private Firmbanking leftBehind(Firmbanking sent) {
        LOG.warning("firmbanking {0} was left behind; its bank will be asked", sent.id());
        return execute.close(
                sent,
                current -> current.status() == FirmbankingStatus.SENT ? current.unknown(pace.firstInquiry()) : current);
    }

    private Firmbanking inquire(Firmbanking unknown, Set<BankCode> silent) {
        boolean isResolved = unknown.resolution().isPresent();
        if (silent.contains(unknown.from().bank())) {
            return isResolved
                    ? endAsResolved(unknown)
                    : execute.claim(unknown, unknown.postponed(pace.afterSilence()))
                            .orElse(unknown);
        }
        Firmbanking asked = unknown.inquired(pace.nextInquiry(unknown.inquiries()));
        if (execute.claim(unknown, asked).isEmpty()) {
            return unknown;
        }
        Inquiry inquiry;
        try {
            inquiry = answer(asked, silent);
        } catch (UnavailableException | UnknownOutcomeException e) {
            if (isResolved) {
                return endAsResolved(asked);
            }
            throw e;
        }
        if (isResolved && inquiry.state() != Inquiry.State.DECIDED) {
            return endAsResolved(asked);
        }
        return switch (inquiry.state()) {
            case DECIDED -> execute.closeBy(asked, Objects.requireNonNull(inquiry.answer()));
            case IN_PROGRESS -> asked;
            case NOT_RECEIVED -> notReceived(asked, silent);
        };
    }

    /** The bank's own answer would hold; it has none. */
    private Firmbanking endAsResolved(Firmbanking asked) {
        LOG.warning("firmbanking {0} ends as staff has resolved it", asked.id());
        return execute.close(
                asked,
                current -> current.version() == asked.version() ? current.endedAsResolved(clock.instant()) : current);
    }

    private Inquiry answer(Firmbanking asked, Set<BankCode> silent) {
        try {
            return bank.inquire(asked.instruction());
        } catch (UnavailableException e) {
            silent.add(asked.from().bank());
            throw e;
        }
    }

    private Firmbanking notReceived(Firmbanking asked, Set<BankCode> silent) {
        Instant since = asked.notReceivedSince();
        if (since == null || !pace.isSafeToResend(since)) {
            Instant from = since == null ? pace.realTime() : since;
            return execute.claim(asked, asked.notReceived(from, pace.afterSafetyDelay()))
                    .orElse(asked);
        }
        if (asked.resends() >= pace.maxResends()) {
            return giveUp(asked, Firmbanking.NOT_RECEIVED);
        }
        try {
            terms.permitting(asked.from().bank(), asked.purpose());
        } catch (RejectedException e) {
            // Maintenance passes: asked again later. A contract that has ended does not come back.
            return e.problem() == BankingProblem.BANK_IN_MAINTENANCE
                    ? asked
                    : giveUp(asked, e.problem().name());
        }
        return sendAgain(asked, silent);
    }

    /** Not if somebody has stepped in since: it may have been sent again, and what was found out here is old by then. */
    private Firmbanking giveUp(Firmbanking asked, String reasonCode) {
        return execute.close(
                asked, current -> current.version() == asked.version() ? current.refused(reasonCode, null) : current);
    }

    private Firmbanking sendAgain(Firmbanking asked, Set<BankCode> silent) {
        Firmbanking again = asked.sentAgain(pace.stale());
        if (execute.claim(asked, again).isEmpty()) {
            return asked;
        }
        LOG.warning("firmbanking {0} is sent again: its bank has not received it", again.id());
        Bank.Answer answer;
        try {
            answer = bank.transfer(again.instruction());
        } catch (UnavailableException e) {
            silent.add(again.from().bank());
            Firmbanking unreached = again.unreachedAgain(pace.realTime(), pace.nextInquiry(again.inquiries()));
            return execute.claim(again, unreached).orElse(again);
        } catch (UnknownOutcomeException e) {
            silent.add(again.from().bank());
            LOG.warning("firmbanking {0} has no answer again: {1}", again.id(), e.getMessage());
            return again;
        }
        return execute.closeBy(again, answer);
    }
}
