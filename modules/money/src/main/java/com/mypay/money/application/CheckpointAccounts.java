package com.mypay.money.application;

import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.money.domain.Entries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;

/**
 * System accounts have no balance row that every payment would fight over: their balance is the last checkpoint plus
 * the postings since. This makes the next checkpoint.
 *
 * <p>It may only cover entries that can't come any more. Entry ids are UUIDv7: their first 48 bits are the (real) time
 * in milliseconds at which they were issued, inside the transaction that writes them, and a transaction lives for a
 * minute. So everything older than {@link #SETTLED_AFTER} has been committed or never will be.
 */
@ApplicationScoped
public class CheckpointAccounts {

    /** A transaction's longest life (one minute), and plenty for clocks of servers that differ. */
    static final Duration SETTLED_AFTER = Duration.ofMinutes(5);

    private static final int TIME_DIGITS = 12;
    private static final int HEX = 16;

    private final Transactions transactions;
    private final Entries entries;
    private final Ids ids;
    private final Occasions occasions;

    @Inject
    public CheckpointAccounts(Transactions transactions, Entries entries, Ids ids, Occasions occasions) {
        this.transactions = transactions;
        this.entries = entries;
        this.ids = ids;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CheckpointAccounts() {
        this(null, null, null, null);
    }

    public void make() {
        long now = Long.parseLong(ids.next().substring(0, TIME_DIGITS), HEX);
        String upTo = String.format(Locale.ROOT, "%012x%020d", now - SETTLED_AFTER.toMillis(), 0);
        transactions.inTransaction(() -> entries.checkpoint(upTo, occasions.now()));
    }
}
