package com.mypay.banking.domain;

import com.mypay.banking.domain.StatementLine.Direction;
import com.mypay.framework.value.Won;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements and what came of comparing them. Every method runs inside a transaction. */
public interface Reconciliations {

    /** The most lines or firmbankings of one call. */
    int MOST = 500;

    /**
     * A firmbanking as it is to stand in the account's statement.
     *
     * @param direction seen from the account; {@code null} if it doesn't touch it
     */
    record Ours(String id, @Nullable Direction direction, Won amount, LocalDate date, FirmbankingStatus status) {}

    Optional<Reconciliation> find(String accountId, LocalDate date);

    /** Until the end of the transaction nobody else gets it. */
    Optional<Reconciliation> findForUpdate(String accountId, LocalDate date);

    /** All accounts' of a date. */
    List<Reconciliation> of(LocalDate date);

    /** The key allows one of an account and date. */
    void open(Reconciliation reconciliation);

    void update(Reconciliation reconciliation);

    /** @param ids at most {@value #MOST} */
    Map<String, Ours> firmbankings(BankAccountNumber account, Collection<String> ids);

    /** Which of these transactions stand in a line of the account already, of any date. */
    Set<String> known(String accountId, Collection<String> transactionIds);

    void addLines(Reconciliation to, List<StatementLine> lines, List<StatementResult> results);

    void addItems(List<ReconciliationItem> items);

    /**
     * The next completed firmbankings of the date that touch the account, by their ids.
     *
     * @param afterId {@code null} for the first
     * @return at most {@value #MOST}
     */
    List<Ours> completed(BankAccountNumber account, LocalDate date, @Nullable String afterId);

    /** @param open only those, or all */
    List<ReconciliationItem> items(boolean open, @Nullable String afterId, int atMost);

    Optional<ReconciliationItem> findItemForUpdate(String itemId);

    void resolve(ReconciliationItem item);
}
