package com.mypay.banking.application;

import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingOrder;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Moves real money for somebody who waits for a message: every order ends in exactly one final result, also one that we
 * refuse ourselves or that did not reach the bank at first. The same order delivered again changes nothing, and is
 * answered again with what is known by then.
 */
@ApplicationScoped
public class TakeFirmbankingOrder {

    private final OpenFirmbanking open;
    private final ExecuteFirmbanking execute;
    private final Transactions transactions;

    @Inject
    TakeFirmbankingOrder(OpenFirmbanking open, ExecuteFirmbanking execute, Transactions transactions) {
        this.open = open;
        this.execute = execute;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TakeFirmbankingOrder() {
        this(null, null, null);
    }

    /**
     * @throws RejectedException only {@code REQUEST_ID_REUSED}: an answer would be taken for that of the first order, so
     *     somebody has to look at it
     */
    public Firmbanking take(FirmbankingOrder order) {
        Firmbanking firmbanking = openOrRefuse(order);
        return firmbanking.status() == FirmbankingStatus.REQUESTED ? execute.execute(firmbanking) : firmbanking;
    }

    private Firmbanking openOrRefuse(FirmbankingOrder order) {
        @Nullable RejectedException refusal;
        try {
            return transactions.inTransaction(() -> answeredIfKnown(open.openOrFind(order)));
        } catch (RejectedException e) {
            refusal = e;
        }
        if (refusal.problem() == CommonProblem.REQUEST_ID_REUSED) {
            throw refusal;
        }
        String reasonCode = refusal.problem().name();
        return transactions.inTransaction(() -> {
            Firmbanking refused = open.refuse(order, reasonCode);
            execute.reply(refused);
            return refused;
        });
    }

    /** One that has only just been opened, or is with the bank, is answered when its bank is. */
    private Firmbanking answeredIfKnown(Firmbanking firmbanking) {
        if (firmbanking.status().isFinal() || firmbanking.status() == FirmbankingStatus.UNKNOWN) {
            execute.replyAgain(firmbanking);
        }
        return firmbanking;
    }
}
