package com.mypay.money.application;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.Requests;
import com.mypay.framework.request.Requests.Outcome;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.RequestId;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.MoneyChanging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows how balances have changed: a member's history, and the outcome of another service's own command. */
@ApplicationScoped
public class FindMoneyChangings {

    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Transactions transactions;
    private final Requests requests;
    private final OpenMoney openMoney;
    private final MemberMoneys memberMoneys;
    private final Entries entries;

    @Inject
    public FindMoneyChangings(
            Transactions transactions,
            Requests requests,
            OpenMoney openMoney,
            MemberMoneys memberMoneys,
            Entries entries) {
        this.transactions = transactions;
        this.requests = requests;
        this.openMoney = openMoney;
        this.memberMoneys = memberMoneys;
        this.entries = entries;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindMoneyChangings() {
        this(null, null, null, null, null);
    }

    /**
     * The newest first.
     *
     * @param from first business date, from the beginning if {@code null}
     * @param to last business date, until now if {@code null}
     */
    public Page<MoneyChanging> history(
            Caller caller, MemberId member, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest page) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new RejectedException(MoneyProblem.PERIOD_INVALID, from + " to " + to);
        }
        if (!caller.mayActFor(member)) {
            throw new RejectedException(MoneyProblem.MEMBER_NOT_FOUND, "member " + member);
        }
        List<MoneyChanging> rows = openMoney.whereMissing(() -> transactions.inTransaction(() -> {
            if (memberMoneys.find(member).isEmpty()) {
                throw new MoneyNotOpenedException(member);
            }
            return entries.changings(
                    member,
                    from == null ? Instant.EPOCH : startOf(from),
                    to == null ? EVER : startOf(to.plusDays(1)),
                    page.afterAs(Long::parseLong).orElse(Long.MAX_VALUE),
                    page.rowsToRead());
        }));
        return Page.of(rows, page, changing -> Long.toString(changing.id().number()));
    }

    /** What became of a command that the caller has sent and whose answer it has lost; empty: never received. */
    public Optional<Outcome> outcome(Caller caller, String operation, RequestId requestId) {
        return transactions.inTransaction(() -> requests.outcome(caller, operation, requestId));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.SEOUL).toInstant();
    }
}
