package com.mypay.banking.application;

import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingOrder;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Moves real money and waits for the bank (at most its time-outs). The same request id again: the bank is not called, and
 * not paid, again; the answer is what has become of it by then. Only if the bank could certainly not be reached the first
 * time does the repetition call it.
 */
@ApplicationScoped
public class RequestFirmbanking {

    private final OpenFirmbanking open;
    private final ExecuteFirmbanking execute;
    private final Transactions transactions;

    @Inject
    RequestFirmbanking(OpenFirmbanking open, ExecuteFirmbanking execute, Transactions transactions) {
        this.open = open;
        this.execute = execute;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RequestFirmbanking() {
        this(null, null, null);
    }

    /**
     * @return {@code COMPLETED}, {@code REFUSED} by the bank, or {@code UNKNOWN}: then the bank is being asked, and the
     *     same request or a query will tell
     * @throws RejectedException refused by us, or {@code REQUEST_RUNNING} while another call with this id is on its way
     * @throws UnavailableException if the bank could not be reached
     */
    public Firmbanking request(FirmbankingOrder order) {
        Firmbanking firmbanking = transactions.inTransaction(() -> open.openOrFind(order));
        if (firmbanking.status() == FirmbankingStatus.REQUESTED) {
            firmbanking = execute.execute(firmbanking);
        }
        if (firmbanking.status() == FirmbankingStatus.SENT) {
            throw new RejectedException(CommonProblem.REQUEST_RUNNING, "firmbanking " + firmbanking.id());
        }
        if (firmbanking.isUnreached()) {
            throw new UnavailableException("bank " + firmbanking.from().bank() + " can't be reached");
        }
        return firmbanking;
    }
}
