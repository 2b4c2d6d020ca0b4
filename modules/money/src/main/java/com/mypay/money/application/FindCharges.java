package com.mypay.money.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeId;
import com.mypay.money.domain.Charges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows what became of a charge. */
@ApplicationScoped
public class FindCharges {

    private final Transactions transactions;
    private final Charges charges;

    @Inject
    public FindCharges(Transactions transactions, Charges charges) {
        this.transactions = transactions;
        this.charges = charges;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindCharges() {
        this(null, null);
    }

    /** Another member's charge is as one that isn't there. */
    public Charge byId(Caller caller, ChargeId id) {
        return transactions
                .inTransaction(() -> charges.find(id))
                .filter(charge -> caller.mayActFor(charge.member()))
                .orElseThrow(() -> new RejectedException(MoneyProblem.CHARGE_NOT_FOUND, "charge " + id));
    }
}
