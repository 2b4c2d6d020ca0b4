package com.mypay.remittance.application;

import com.mypay.framework.transaction.Transactions;
import com.mypay.remittance.domain.Confirmations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets confirmations that were over long ago: they hold names, and nobody needs them any more. */
@ApplicationScoped
public class ForgetConfirmations {

    static final Duration AFTER = Duration.ofDays(1);

    private final Confirmations confirmations;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public ForgetConfirmations(Confirmations confirmations, Transactions transactions, Clock clock) {
        this.confirmations = confirmations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ForgetConfirmations() {
        this(null, null, null);
    }

    /** @return how many */
    public int forget() {
        return transactions.inTransaction(
                () -> confirmations.forget(clock.instant().minus(AFTER)));
    }
}
