package com.mypay.remittance.application;

import com.mypay.framework.transaction.Transactions;
import com.mypay.remittance.domain.RemittanceFee;
import com.mypay.remittance.domain.RemittanceFees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** The fee table, for everybody. */
@ApplicationScoped
public class FindRemittanceFees {

    private final RemittanceFees fees;
    private final Transactions transactions;

    @Inject
    public FindRemittanceFees(RemittanceFees fees, Transactions transactions) {
        this.fees = fees;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindRemittanceFees() {
        this(null, null);
    }

    /** The lines in force on a business date, by kind of payee and amount. */
    public List<RemittanceFee> on(LocalDate day) {
        return transactions.inTransaction(() -> fees.inForce(day));
    }
}
