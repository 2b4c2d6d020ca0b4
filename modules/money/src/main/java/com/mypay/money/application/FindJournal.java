package com.mypay.money.application;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.money.domain.Journal;
import com.mypay.money.domain.Journal.Balance;
import com.mypay.money.domain.Journal.Line;
import com.mypay.money.domain.Journal.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal and the trial balance of a date that is over, for the accounting system: the same whenever they are asked for. */
@ApplicationScoped
public class FindJournal {

    /** Entries of a page; an entry has a few lines. */
    public static final int PAGE = 500;

    private final Transactions transactions;
    private final Journal journal;
    private final Clock clock;

    @Inject
    public FindJournal(Transactions transactions, Journal journal, Clock clock) {
        this.transactions = transactions;
        this.journal = journal;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindJournal() {
        this(null, null, null);
    }

    /**
     * @param lines of at most {@value #PAGE} entries
     * @param next behind them; {@code null} on the last page
     */
    public record Page(List<Line> lines, @Nullable Place next) {}

    /** @param after {@code null} for the first page */
    public Page lines(LocalDate date, @Nullable Place after) {
        requireOver(date);
        List<Line> lines = transactions.inTransaction(() -> journal.lines(begin(date), end(date), after, PAGE));
        long entries = lines.stream().map(Line::entryId).distinct().count();
        if (entries < PAGE) {
            return new Page(lines, null);
        }
        Line last = lines.get(lines.size() - 1);
        return new Page(lines, new Place(last.bookedAt(), last.entryId()));
    }

    public List<Balance> balances(LocalDate date) {
        requireOver(date);
        return transactions.inTransaction(() -> journal.balances(begin(date), end(date)));
    }

    private void requireOver(LocalDate date) {
        if (!BusinessClock.isOver(date, clock.instant())) {
            throw new RejectedException(MoneyProblem.DATE_NOT_OVER, date.toString());
        }
    }

    private static Instant begin(LocalDate date) {
        return date.atStartOfDay(BusinessClock.SEOUL).toInstant();
    }

    private static Instant end(LocalDate date) {
        return begin(date.plusDays(1));
    }
}
