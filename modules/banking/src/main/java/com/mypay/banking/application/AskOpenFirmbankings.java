package com.mypay.banking.application;

import com.mypay.banking.application.port.Bank;
import com.mypay.banking.application.port.Bank.Inquiry;
import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.BankWord;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.Firmbankings;
import com.mypay.banking.domain.Resolution;
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
 * <p>What staff has resolved ends as they say, unless the bank answers at last, or says what doesn't go with it: that it is
 * still at it, or knows nothing of it; then the requester is told, and it stays open until two persons say what goes with
 * the bank's last word. Later the bank is asked whether it was so; what it says then changes nothing, and the audit
 * compares it.
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
                .flatMap(firmbanking ->
                        lookAfterInItsContext(firmbanking, silent)
                                .filter(after -> after.status() != firmbanking.status())
                                .stream())
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
                LOG.warning("firmbanking {0} is looked after later: {1}", firmbanking.id(), e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("firmbanking {0} is looked after later", e, firmbanking.id());
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
            case COMPLETED, REFUSED -> inquireAfterItsEnd(firmbanking, silent);
            case WAITING -> firmbanking;
        };
    }

    private Firmbanking leftBehind(Firmbanking sent) {
        LOG.warning("firmbanking {0} was left behind; its bank will be asked", sent.id());
        return execute.close(
                sent,
                current -> current.status() == FirmbankingStatus.SENT ? current.unknown(pace.firstInquiry()) : current);
    }

    private Firmbanking inquire(Firmbanking unknown, Set<BankCode> silent) {
        if (silent.contains(unknown.from().bank())) {
            return unknown.endsAsResolved()
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
            if (asked.endsAsResolved()) {
                return endAsResolved(asked);
            }
            throw e;
        }
        if (inquiry.state() == Inquiry.State.DECIDED) {
            return execute.closeBy(asked, Objects.requireNonNull(inquiry.answer()));
        }
        Optional<Resolution> resolution = asked.resolution();
        if (resolution.isPresent()) {
            return compare(asked, resolution.get().decision(), wordOf(inquiry));
        }
        return inquiry.state() == Inquiry.State.NOT_RECEIVED ? notReceived(asked, silent) : asked;
    }

    /** Ended against the bank's word, money would be given back and moved, or taken and not moved. */
    private Firmbanking compare(Firmbanking asked, FirmbankingStatus decision, BankWord word) {
        if (!asked.endsAsResolved()) {
            // Its requester knows: it waits for two persons who agree with the bank's last word
            return word == asked.bankSays()
                    ? asked
                    : execute.claim(asked, asked.contradicted(word)).orElse(asked);
        }
        if (!word.contradicts(decision)) {
            return endAsResolved(asked);
        }
        LOG.error("firmbanking {0} stays open", contradiction(decision, word), asked.id());
        return execute.contradict(asked, asked.contradicted(word), decision).orElse(asked);
    }

    /** The bank's own answer would hold; it has none. */
    private Firmbanking endAsResolved(Firmbanking asked) {
        LOG.warning("firmbanking {0} ends as staff has resolved it", asked.id());
        return execute.close(
                asked,
                current -> current.version() == asked.version()
                        ? current.endedAsResolved(clock.instant(), pace.afterResolution())
                        : current);
    }

    private Firmbanking inquireAfterItsEnd(Firmbanking ended, Set<BankCode> silent) {
        Firmbanking asked = ended.inquiredAfterItsEnd(pace.afterResolution());
        if (execute.claim(ended, asked).isEmpty()
                || silent.contains(ended.from().bank())) {
            return ended;
        }
        BankWord word = wordOf(answer(asked, silent));
        if (word.contradicts(ended.status())) {
            LOG.error("firmbanking {0} has ended as staff said", contradiction(ended.status(), word), ended.id());
        }
        return execute.claim(asked, asked.heardAfterItsEnd(word)).orElse(asked);
    }

    private static IllegalStateException contradiction(FirmbankingStatus decision, BankWord word) {
        return new IllegalStateException("staff says " + decision + ", and its bank " + word);
    }

    private static BankWord wordOf(Inquiry inquiry) {
        return switch (inquiry.state()) {
            case DECIDED ->
                Objects.requireNonNull(inquiry.answer()).completed() ? BankWord.COMPLETED : BankWord.REFUSED;
            case IN_PROGRESS -> BankWord.IN_PROGRESS;
            case NOT_RECEIVED -> BankWord.NOT_RECEIVED;
        };
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
