package com.mypay.money.application;

import com.mypay.framework.log.BusinessEvent;
import com.mypay.money.domain.Hold;
import com.mypay.money.domain.HoldId;
import com.mypay.money.domain.HoldStatus;
import com.mypay.money.domain.Holds;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The remittance that a hold was made for did not happen: what was held is available again. Answers remittance; runs in
 * the message's transaction.
 */
@ApplicationScoped
public class ReleaseMoney {

    static final String OPERATION = "release-money";

    private final AnswerRemittance answerRemittance;
    private final Holds holds;
    private final LockMoney lockMoney;
    private final MemberMoneys memberMoneys;
    private final Occasions occasions;

    @Inject
    public ReleaseMoney(
            AnswerRemittance answerRemittance,
            Holds holds,
            LockMoney lockMoney,
            MemberMoneys memberMoneys,
            Occasions occasions) {
        this.answerRemittance = answerRemittance;
        this.holds = holds;
        this.lockMoney = lockMoney;
        this.memberMoneys = memberMoneys;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ReleaseMoney() {
        this(null, null, null, null, null);
    }

    public record Command(HoldId hold) {}

    /** Answered with {@code DONE} or {@code REFUSED}. */
    public void release(Delivery delivery, Command command) {
        answerRemittance.once(delivery, OPERATION, command, () -> apply(delivery, command));
    }

    private MoneyCommandAnswered apply(Delivery delivery, Command command) {
        Optional<Hold> found =
                holds.lock(command.hold()).filter(hold -> hold.reference().equals(delivery.remittanceId()));
        if (found.isEmpty()) {
            return MoneyCommandAnswered.refused(delivery, MoneyProblem.HOLD_NOT_FOUND);
        }
        Hold hold = found.get();
        if (hold.status() != HoldStatus.HELD) {
            return MoneyCommandAnswered.refused(delivery, MoneyProblem.HOLD_ENDED);
        }
        hold.released(occasions.now());
        holds.changed(hold);
        MoneyEvents.tell(BusinessEvent.MONEY_RELEASED, hold);
        MemberMoney money = lockMoney.lock(hold.member());
        money.release(hold.amount());
        memberMoneys.changed(money);
        return MoneyCommandAnswered.done(delivery);
    }
}
