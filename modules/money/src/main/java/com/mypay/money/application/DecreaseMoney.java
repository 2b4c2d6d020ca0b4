package com.mypay.money.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.money.application.TopUpIfShort.Spending;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.Posting;
import com.mypay.money.domain.TopUpRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Takes money from a member for another service, a payment above all; tops up first where the balance is short. This is
 * on the way of every payment: with enough money it is one transaction of six statements.
 */
@ApplicationScoped
public class DecreaseMoney {

    static final String OPERATION = "decrease/money";

    private final TopUpIfShort topUpIfShort;
    private final MemberMoneys memberMoneys;
    private final Entries entries;
    private final Ids ids;
    private final Occasions occasions;

    @Inject
    public DecreaseMoney(
            TopUpIfShort topUpIfShort, MemberMoneys memberMoneys, Entries entries, Ids ids, Occasions occasions) {
        this.topUpIfShort = topUpIfShort;
        this.memberMoneys = memberMoneys;
        this.entries = entries;
        this.ids = ids;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DecreaseMoney() {
        this(null, null, null, null, null);
    }

    /** @param reference what it is for: the payment's id */
    public record Command(
            Caller caller,
            RequestId requestId,
            MemberId member,
            Won amount,
            Cause cause,
            String reference,
            TopUpRule topUp) {}

    /**
     * @param balanceWon after it
     * @param toppedUpWon what was charged for it first
     */
    public record Decreased(String moneyChangingId, long balanceWon, long toppedUpWon) {}

    public Decreased decrease(Command command) {
        if (!command.cause().mayDecrease()) {
            throw new RejectedException(MoneyProblem.CAUSE_NOT_ALLOWED, "cause " + command.cause());
        }
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), command);
        return topUpIfShort.run(new Spending<>(
                key,
                Decreased.class,
                command.member(),
                command.amount(),
                command.topUp(),
                (payer, toppedUp) -> apply(command, payer, toppedUp)));
    }

    private Decreased apply(Command command, MemberMoney money, Won toppedUp) {
        Posting changing = money.decrease(command.amount());
        memberMoneys.changed(money);
        entries.book(MoneyEvents.changed(
                Entry.of(ids.next(), command.cause(), command.reference(), occasions.now(), changing)));
        return new Decreased(changing.changingId().toString(), money.balance().value(), toppedUp.value());
    }
}
