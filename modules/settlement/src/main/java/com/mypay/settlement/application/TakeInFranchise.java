package com.mypay.settlement.application;

import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.settlement.application.message.FranchiseChanged;
import com.mypay.settlement.domain.Franchise;
import com.mypay.settlement.domain.Franchises;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Copies a franchise's settlement terms into settlement's replica; of events out of order the newest stays. */
@Dependent
public class TakeInFranchise {

    private final Franchises franchises;
    private final Transactions transactions;

    @Inject
    public TakeInFranchise(Franchises franchises, Transactions transactions) {
        this.franchises = franchises;
        this.transactions = transactions;
    }

    public void takeIn(FranchiseChanged event) {
        transactions.inTransaction(() -> {
            MemberId id = new MemberId(event.memberId());
            Optional<Franchise> known = franchises.find(id);
            if (known.isEmpty()) {
                franchises.add(Franchise.told(id, event.name(), event.status(), event.terms(), event.version()));
            } else {
                known.get().toldAgain(event.name(), event.status(), event.terms(), event.version());
            }
        });
    }
}
