package com.mypay.banking.application;

import com.mypay.banking.domain.Reconciliation;
import com.mypay.banking.domain.ReconciliationItem;
import com.mypay.banking.domain.Reconciliations;
import com.mypay.framework.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of comparing the banks' statements with ours. */
@ApplicationScoped
public class FindReconciliations {

    /** Items of one answer. */
    public static final int MOST = 100;

    private final Reconciliations reconciliations;

    private final Transactions transactions;

    @Inject
    public FindReconciliations(Reconciliations reconciliations, Transactions transactions) {
        this.reconciliations = reconciliations;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindReconciliations() {
        this(null, null);
    }

    public List<Reconciliation> of(LocalDate date) {
        return transactions.inTransaction(() -> reconciliations.of(date));
    }

    /**
     * The work list, oldest first.
     *
     * @param afterId the last item of the page before; {@code null} for the first
     * @return at most {@value #MOST}
     */
    public List<ReconciliationItem> items(boolean open, @Nullable String afterId) {
        return transactions.inTransaction(() -> reconciliations.items(open, afterId, MOST));
    }
}
