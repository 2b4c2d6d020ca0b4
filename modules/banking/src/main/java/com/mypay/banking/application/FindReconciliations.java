package com.mypay.banking.application;

import com.mypay.banking.domain.Reconciliation;
import com.mypay.banking.domain.ReconciliationItem;
import com.mypay.banking.domain.Reconciliations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of comparing the banks' statements with ours. */
@ApplicationScoped
@Transactional
public class FindReconciliations {

    /** Items of one answer. */
    public static final int MOST = 100;

    private final Reconciliations reconciliations;

    @Inject
    public FindReconciliations(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindReconciliations() {
        this(null);
    }

    public List<Reconciliation> of(LocalDate date) {
        return reconciliations.of(date);
    }

    /**
     * The work list, oldest first.
     *
     * @param afterId the last item of the page before; {@code null} for the first
     * @return at most {@value #MOST}
     */
    public List<ReconciliationItem> items(boolean open, @Nullable String afterId) {
        return reconciliations.items(open, afterId, MOST);
    }
}
