package com.mypay.money.application;

import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.money.domain.Hold;
import com.mypay.money.domain.HoldId;
import com.mypay.money.domain.Holds;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sets part of a member's balance aside until a remittance ends, and answers remittance. Runs in the message's transaction. */
@ApplicationScoped
public class HoldMoney {

    static final String OPERATION = "hold-money";

    private final AnswerRemittance answerRemittance;
    private final LockMoney lockMoney;
    private final MemberMoneys memberMoneys;
    private final Holds holds;
    private final Ids ids;
    private final Occasions occasions;

    @Inject
    public HoldMoney(
            AnswerRemittance answerRemittance,
            LockMoney lockMoney,
            MemberMoneys memberMoneys,
            Holds holds,
            Ids ids,
            Occasions occasions) {
        this.answerRemittance = answerRemittance;
        this.lockMoney = lockMoney;
        this.memberMoneys = memberMoneys;
        this.holds = holds;
        this.ids = ids;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected HoldMoney() {
        this(null, null, null, null, null, null);
    }

    /** @param amount the remittance's amount and its fee */
    public record Command(MemberId member, Won amount) {}

    /** Answered with {@code DONE} and the hold's id, or with {@code SHORT}. */
    public void hold(Delivery delivery, Command command) {
        answerRemittance.once(delivery, OPERATION, command, () -> apply(delivery, command));
    }

    private MoneyCommandAnswered apply(Delivery delivery, Command command) {
        MemberMoney money = lockMoney.lockOrOpen(command.member());
        if (!money.covers(command.amount())) {
            return MoneyCommandAnswered.shortBy(delivery, money.shortageFor(command.amount()));
        }
        money.hold(command.amount());
        memberMoneys.changed(money);
        Hold hold = Hold.held(
                new HoldId(ids.next()), command.member(), command.amount(), delivery.remittanceId(), occasions.now());
        holds.add(hold);
        MoneyEvents.tell(BusinessEvent.MONEY_HELD, hold);
        return MoneyCommandAnswered.held(delivery, hold.id());
    }
}
