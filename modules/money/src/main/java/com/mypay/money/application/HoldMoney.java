package com.mypay.money.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.money.application.LockMoney.Locked;
import com.mypay.money.application.TopUpIfShort.Spending;
import com.mypay.money.domain.Hold;
import com.mypay.money.domain.HoldId;
import com.mypay.money.domain.Holds;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.TopUpRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Sets part of a member's balance aside until a remittance ends; tops up first where the balance is short. */
@ApplicationScoped
public class HoldMoney {

    static final String OPERATION = "hold/money";

    private final TopUpIfShort topUpIfShort;
    private final MemberMoneys memberMoneys;
    private final Holds holds;
    private final Ids ids;
    private final Occasions occasions;

    @Inject
    public HoldMoney(TopUpIfShort topUpIfShort, MemberMoneys memberMoneys, Holds holds, Ids ids, Occasions occasions) {
        this.topUpIfShort = topUpIfShort;
        this.memberMoneys = memberMoneys;
        this.holds = holds;
        this.ids = ids;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected HoldMoney() {
        this(null, null, null, null, null);
    }

    /** @param reference what it is for: the remittance's id */
    public record Command(
            Caller caller, RequestId requestId, MemberId member, Won amount, String reference, TopUpRule topUp) {}

    /** @param availableWon after it */
    public record Held(String holdId, long availableWon, long toppedUpWon) {}

    public Held hold(Command command) {
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), command);
        return topUpIfShort.run(new Spending<>(
                key,
                Held.class,
                command.member(),
                command.amount(),
                command.topUp(),
                Set.of(command.member()),
                (moneys, toppedUp) -> apply(command, moneys, toppedUp)));
    }

    private Held apply(Command command, Locked moneys, Won toppedUp) {
        MemberMoney money = moneys.of(command.member());
        money.hold(command.amount());
        memberMoneys.changed(money);
        Hold hold = Hold.held(
                new HoldId(ids.next()), command.member(), command.amount(), command.reference(), occasions.now());
        holds.add(hold);
        return new Held(hold.id().value(), money.available().value(), toppedUp.value());
    }
}
