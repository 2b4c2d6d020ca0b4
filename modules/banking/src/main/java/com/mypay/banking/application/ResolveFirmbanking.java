package com.mypay.banking.application;

import com.mypay.banking.domain.BankWord;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.Firmbankings;
import com.mypay.banking.domain.Resolution;
import com.mypay.framework.log.Log;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;

/**
 * Takes it down that two persons have found out what the bank did with a firmbanking that is {@code UNKNOWN}. It is ended
 * by {@link AskOpenFirmbankings}, which asks the bank once more before: the bank's own answer holds if there is one, it
 * doesn't end against what the bank says, and a call that is under way is over by then.
 */
@ApplicationScoped
public class ResolveFirmbanking {

    private static final Log LOG = Log.of(ResolveFirmbanking.class);

    private final Firmbankings firmbankings;
    private final ExecuteFirmbanking execute;
    private final Transactions transactions;
    private final InquiryPace pace;

    @Inject
    ResolveFirmbanking(
            Firmbankings firmbankings, ExecuteFirmbanking execute, Transactions transactions, InquiryPace pace) {
        this.firmbankings = firmbankings;
        this.execute = execute;
        this.transactions = transactions;
        this.pace = pace;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ResolveFirmbanking() {
        this(null, null, null, null);
    }

    /** @param requestId of the firmbanking, as its requester named it */
    public record Command(String requester, RequestId requestId, Resolution resolution) {}

    /**
     * May be told any number of times; the first decision counts, until the bank contradicts it: then the first one that
     * goes with the bank's last word.
     * One that has ended already is answered at once with its end.
     *
     * @throws IllegalArgumentException if there is no such firmbanking: a dead letter, to be looked at
     */
    public Firmbanking resolve(Command command) {
        Firmbanking known = transactions
                .inTransaction(() -> firmbankings.find(command.requester(), command.requestId()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no firmbanking of " + command.requester() + " for " + command.requestId()));
        FirmbankingStatus decision = command.resolution().decision();
        Firmbanking after = execute.close(known, current -> resolved(current, command.resolution()));
        if (after.status().isFinal()) {
            transactions.inTransaction(() -> execute.replyAgain(after));
        } else if (isContradicted(after, decision)) {
            // Also to whoever says it once more: only another decision, or the bank, ends it
            execute.contradict(after, after.contradicted(Objects.requireNonNull(after.bankSays())), decision);
        } else if (after.resolution().isEmpty()) {
            LOG.warning("firmbanking {0} is {1}: there is nothing to resolve yet", after.id(), after.status());
        }
        return after;
    }

    private static boolean isContradicted(Firmbanking open, FirmbankingStatus decision) {
        BankWord word = open.bankSays();
        return word != null && word.contradicts(decision);
    }

    private Firmbanking resolved(Firmbanking current, Resolution resolution) {
        return current.mayBeResolved(resolution.decision()) ? current.resolved(resolution, pace.stale()) : current;
    }
}
