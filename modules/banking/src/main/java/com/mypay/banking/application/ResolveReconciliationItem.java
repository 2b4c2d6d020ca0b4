package com.mypay.banking.application;

import com.mypay.banking.domain.ReconciliationItem;
import com.mypay.banking.domain.ReconciliationItem.Resolved;
import com.mypay.banking.domain.Reconciliations;
import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Staff has looked into a difference and says what it was. Books nothing: what has to be booked is a command of its own. */
@ApplicationScoped
public class ResolveReconciliationItem {

    static final String OPERATION = "resolve/reconciliation-item";

    private final Reconciliations reconciliations;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public ResolveReconciliationItem(
            Reconciliations reconciliations, Requests requests, Transactions transactions, Clock clock) {
        this.reconciliations = reconciliations;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ResolveReconciliationItem() {
        this(null, null, null, null);
    }

    /** @param reason 1 to 200 characters */
    public record Command(Caller staff, RequestId requestId, String itemId, String reason) {}

    public record Answer(String itemId, String resolvedBy) {}

    private record Content(String itemId, String reason) {}

    public Answer resolve(Command command) {
        CommandKey key = CommandKey.of(
                command.staff(), OPERATION, command.requestId(), new Content(command.itemId(), command.reason()));
        return transactions.inTransaction(() -> requests.once(key, Answer.class, () -> resolveOpen(command)));
    }

    private Answer resolveOpen(Command command) {
        ReconciliationItem item = reconciliations
                .findItemForUpdate(command.itemId())
                .orElseThrow(
                        () -> new RejectedException(BankingProblem.RECONCILIATION_ITEM_NOT_FOUND, command.itemId()));
        if (item.resolution() != null) {
            throw new RejectedException(
                    BankingProblem.RECONCILIATION_ITEM_RESOLVED,
                    "by " + item.resolution().by());
        }
        String staff = command.staff().toString();
        reconciliations.resolve(item.resolved(new Resolved(staff, clock.instant(), command.reason())));
        BusinessLog.event(BusinessEvent.RECONCILIATION_ITEM_RESOLVED)
                .reference("itemId", item.id())
                .detail("kind", item.kind())
                .detail("by", staff)
                .write();
        return new Answer(item.id(), staff);
    }
}
