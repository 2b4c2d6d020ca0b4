package com.mypay.money.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives money to a member for another service: what a cancelled payment gives back. */
@ApplicationScoped
public class IncreaseMoney {

    static final String OPERATION = "increase/money";

    private final Transactions transactions;
    private final Requests requests;
    private final OpenMoney openMoney;
    private final LockMoney lockMoney;
    private final MemberMoneys memberMoneys;
    private final Entries entries;
    private final Ids ids;
    private final Occasions occasions;

    @Inject
    public IncreaseMoney(
            Transactions transactions,
            Requests requests,
            OpenMoney openMoney,
            LockMoney lockMoney,
            MemberMoneys memberMoneys,
            Entries entries,
            Ids ids,
            Occasions occasions) {
        this.transactions = transactions;
        this.requests = requests;
        this.openMoney = openMoney;
        this.lockMoney = lockMoney;
        this.memberMoneys = memberMoneys;
        this.entries = entries;
        this.ids = ids;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected IncreaseMoney() {
        this(null, null, null, null, null, null, null, null);
    }

    /** @param reference what it is for: the cancellation's id */
    public record Command(
            Caller caller, RequestId requestId, MemberId member, Won amount, Cause cause, String reference) {}

    /** @param balanceWon after it */
    public record Increased(String moneyChangingId, long balanceWon) {}

    public Increased increase(Command command) {
        if (!command.cause().mayIncrease()) {
            throw new RejectedException(MoneyProblem.CAUSE_NOT_ALLOWED, "cause " + command.cause());
        }
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), command);
        return openMoney.whereMissing(
                () -> transactions.inTransaction(() -> requests.once(key, Increased.class, () -> apply(command))));
    }

    private Increased apply(Command command) {
        MemberMoney money = lockMoney.lock(command.member());
        Posting changing = money.increase(command.amount());
        memberMoneys.changed(money);
        entries.book(MoneyEvents.changed(
                Entry.of(ids.next(), command.cause(), command.reference(), occasions.now(), changing)));
        return new Increased(changing.changingId().toString(), money.balance().value());
    }
}
