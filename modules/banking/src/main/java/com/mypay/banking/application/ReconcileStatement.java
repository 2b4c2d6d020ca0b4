package com.mypay.banking.application;

import com.mypay.banking.application.port.Bank;
import com.mypay.banking.application.port.Bank.StatementPage;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.CorporateAccount;
import com.mypay.banking.domain.CorporateAccounts;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.Reconciliation;
import com.mypay.banking.domain.Reconciliation.Status;
import com.mypay.banking.domain.ReconciliationItem;
import com.mypay.banking.domain.Reconciliations;
import com.mypay.banking.domain.Reconciliations.Ours;
import com.mypay.banking.domain.StatementLine;
import com.mypay.banking.domain.StatementResult;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a bank's statement of one day with our firmbankings (대사), a slice at a time: a page of the statement, or of what
 * is ours. Whoever calls goes on where the last one has ended, until it is {@link Status#ENDED}; what is ended stays as it
 * is. So it may be called by anybody, at any time, twice at once, and after any crash. Nothing is corrected: each difference
 * is an item for staff.
 *
 * <p>A line and a firmbanking belong together by the transaction id, which is the firmbanking's own.
 */
@ApplicationScoped
public class ReconcileStatement {

    private final CorporateAccounts accounts;
    private final Reconciliations reconciliations;
    private final Bank bank;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;

    @Inject
    public ReconcileStatement(
            CorporateAccounts accounts,
            Reconciliations reconciliations,
            Bank bank,
            Transactions transactions,
            Clock clock,
            Ids ids) {
        this.accounts = accounts;
        this.reconciliations = reconciliations;
        this.bank = bank;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReconcileStatement() {
        this(null, null, null, null, null, null);
    }

    /**
     * @param accountId of the corporate account
     * @param date a date that is over: the bank adds no lines to it any more, and what we have sent on it is written down
     */
    public record Command(String accountId, LocalDate date) {}

    private record Begun(BankAccountNumber account, Reconciliation reconciliation) {}

    /** @return how far it is now */
    public Reconciliation reconcile(Command command) {
        if (!BusinessClock.isOver(command.date(), clock.instant())) {
            throw new RejectedException(
                    BankingProblem.STATEMENT_NOT_COMPLETE, command.date().toString());
        }
        Begun begun = transactions.inTransaction(() -> openOrFind(command));
        Reconciliation before = begun.reconciliation();
        return switch (before.status()) {
            case READING -> {
                StatementPage page = bank.statement(
                        begun.account(), command.date(), before.pages() + 1, before.nextCursor(), Reconciliations.MOST);
                yield transactions.inTransaction(() -> read(begun.account(), before, page));
            }
            case COMPARING -> transactions.inTransaction(() -> compare(begun.account(), before));
            case ENDED -> before;
        };
    }

    private Begun openOrFind(Command command) {
        CorporateAccount account = accounts.all().stream()
                .filter(each -> each.id().equals(command.accountId()))
                .findFirst()
                .orElseThrow(
                        () -> new RejectedException(BankingProblem.CORPORATE_ACCOUNT_NOT_FOUND, command.accountId()));
        Reconciliation found =
                reconciliations.find(command.accountId(), command.date()).orElseGet(() -> opened(command));
        return new Begun(account.account(), found);
    }

    private Reconciliation opened(Command command) {
        reconciliations.open(Reconciliation.started(command.accountId(), command.date(), clock.instant(), guid()));
        // As it is stored, to be compared with
        return reconciliations.find(command.accountId(), command.date()).orElseThrow();
    }

    /** Locked, and as it was when the bank was asked: otherwise somebody else has gone on, and this page is old. */
    private @Nullable Reconciliation unchanged(Reconciliation before) {
        Reconciliation now = locked(before);
        return now.equals(before) ? now : null;
    }

    private Reconciliation locked(Reconciliation before) {
        return reconciliations
                .findForUpdate(before.accountId(), before.date())
                .orElseThrow(() -> new IllegalStateException("a reconciliation is gone"));
    }

    private Reconciliation read(BankAccountNumber account, Reconciliation before, StatementPage page) {
        if (unchanged(before) == null) {
            return locked(before);
        }
        List<StatementLine> lines = page.lines();
        List<String> named =
                lines.stream().map(StatementLine::transactionId).distinct().toList();
        Map<String, Ours> ours = reconciliations.firmbankings(account, named);
        Set<String> known = new HashSet<>(reconciliations.known(before.accountId(), named));
        List<StatementResult> results = new ArrayList<>();
        List<ReconciliationItem> items = new ArrayList<>();
        for (StatementLine line : lines) {
            Ours our = ours.get(line.transactionId());
            StatementResult result =
                    known.add(line.transactionId()) ? compare(line, our, before.date()) : StatementResult.DUPLICATE;
            results.add(result);
            if (result != StatementResult.MATCHED) {
                items.add(item(before, result, line, our));
            }
        }
        reconciliations.addLines(before, lines, results);
        reconciliations.addItems(items);
        // Without lines it tells the balance of now, which is not that date's
        Long closing = lines.isEmpty() ? before.closingWon() : Long.valueOf(page.closingWon());
        Reconciliation after = before.read(lines.size(), lines.size() - items.size(), closing, page.nextCursor());
        reconciliations.update(after);
        return after;
    }

    private static StatementResult compare(StatementLine line, @Nullable Ours our, LocalDate date) {
        if (our == null || our.direction() != line.direction() || our.status() != FirmbankingStatus.COMPLETED) {
            return StatementResult.MISSING_HERE;
        }
        if (!our.amount().equals(line.amount())) {
            return StatementResult.AMOUNT_DIFFERS;
        }
        return our.date().equals(date) ? StatementResult.MATCHED : StatementResult.DATE_DIFFERS;
    }

    private Reconciliation compare(BankAccountNumber account, Reconciliation before) {
        if (unchanged(before) == null) {
            return locked(before);
        }
        List<Ours> ours = reconciliations.completed(account, before.date(), before.lastFirmbankingId());
        if (ours.isEmpty()) {
            Reconciliation ended = before.ended(clock.instant());
            reconciliations.update(ended);
            return ended;
        }
        Set<String> known = reconciliations.known(
                before.accountId(), ours.stream().map(Ours::id).toList());
        List<ReconciliationItem> items = ours.stream()
                .filter(our -> !known.contains(our.id()))
                .map(our -> item(before, StatementResult.MISSING_THERE, null, our))
                .toList();
        reconciliations.addItems(items);
        Reconciliation after = before.compared(ours.get(ours.size() - 1).id(), items.size());
        reconciliations.update(after);
        return after;
    }

    private ReconciliationItem item(
            Reconciliation of, StatementResult kind, @Nullable StatementLine line, @Nullable Ours our) {
        Instant now = clock.instant();
        String transactionId = line == null ? Objects.requireNonNull(our).id() : line.transactionId();
        return new ReconciliationItem(
                ids.next(),
                of.accountId(),
                of.date(),
                kind,
                transactionId,
                line == null ? 0 : line.number(),
                line == null ? null : line.amount().value(),
                our == null ? null : our.amount().value(),
                our == null ? null : our.date(),
                our == null ? null : our.status().name(),
                now,
                null,
                guid());
    }

    private static String guid() {
        return CallContext.current().guid().value();
    }
}
