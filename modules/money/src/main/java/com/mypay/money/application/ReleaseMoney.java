package com.mypay.money.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.RequestId;
import com.mypay.money.domain.Hold;
import com.mypay.money.domain.HoldId;
import com.mypay.money.domain.HoldStatus;
import com.mypay.money.domain.Holds;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** The remittance that a hold was made for did not happen: what was held is available again. */
@ApplicationScoped
public class ReleaseMoney {

    static final String OPERATION = "release/money";

    private final Transactions transactions;
    private final Requests requests;
    private final Holds holds;
    private final LockMoney lockMoney;
    private final MemberMoneys memberMoneys;
    private final Occasions occasions;

    @Inject
    public ReleaseMoney(
            Transactions transactions,
            Requests requests,
            Holds holds,
            LockMoney lockMoney,
            MemberMoneys memberMoneys,
            Occasions occasions) {
        this.transactions = transactions;
        this.requests = requests;
        this.holds = holds;
        this.lockMoney = lockMoney;
        this.memberMoneys = memberMoneys;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReleaseMoney() {
        this(null, null, null, null, null, null);
    }

    public record Command(Caller caller, RequestId requestId, HoldId hold) {}

    /** @param availableWon after it */
    public record Released(String holdId, long availableWon) {}

    public Released release(Command command) {
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), command);
        return transactions.inTransaction(() -> requests.once(key, Released.class, () -> apply(command)));
    }

    private Released apply(Command command) {
        Hold hold = holds.lock(command.hold())
                .orElseThrow(() -> new RejectedException(MoneyProblem.HOLD_NOT_FOUND, "hold " + command.hold()));
        if (hold.status() != HoldStatus.HELD) {
            throw new RejectedException(MoneyProblem.HOLD_ENDED, "status " + hold.status());
        }
        hold.released(occasions.now());
        holds.changed(hold);
        MemberMoney money = lockMoney.lock(Set.of(hold.member())).of(hold.member());
        money.release(hold.amount());
        memberMoneys.changed(money);
        return new Released(hold.id().value(), money.available().value());
    }
}
