package com.mypay.remittance.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.RemittanceMove;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Remittances.Search;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows remittances to their senders: where the money is, and every step on the way. */
@ApplicationScoped
public class FindRemittances {

    private final Remittances remittances;
    private final Transactions transactions;

    @Inject
    public FindRemittances(Remittances remittances, Transactions transactions) {
        this.remittances = remittances;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindRemittances() {
        this(null, null);
    }

    /** @param moves its history, in order */
    public record Found(Remittance remittance, List<RemittanceMove> moves) {}

    /** @throws RejectedException {@code REMITTANCE_NOT_FOUND}, also if it is somebody else's */
    public Found byId(Caller caller, RemittanceId id) {
        return transactions.inTransaction(() -> {
            Remittance remittance = remittances
                    .find(id)
                    .filter(found -> caller.mayActFor(found.sender()))
                    .orElseThrow(() -> new RejectedException(RemittanceProblem.REMITTANCE_NOT_FOUND));
            return new Found(remittance, remittances.historyOf(id));
        });
    }

    /** A member's, the newest first. */
    public Page<Remittance> ofMember(Caller caller, Search search, PageRequest page) {
        if (!caller.mayActFor(search.sender())) {
            throw new RejectedException(RemittanceProblem.MEMBER_NOT_FOUND, "member " + search.sender());
        }
        List<Remittance> rows = transactions.inTransaction(() -> remittances.find(search, page));
        return Page.of(
                rows, page, remittance -> Long.toString(remittance.accepted().number()));
    }
}
