package com.mypay.simulation.bug;

import com.mypay.framework.value.RequestId;
import com.mypay.money.application.AnswerRemittance;
import com.mypay.money.application.Delivery;
import com.mypay.money.application.LockMoney;
import com.mypay.money.application.MoneyCommandAnswered;
import com.mypay.money.application.Occasions;
import com.mypay.money.application.ReleaseMoney;
import com.mypay.money.domain.Holds;
import com.mypay.money.domain.MemberMoneys;
import jakarta.inject.Inject;

/** Says that it has released, and hasn't. */
final class KeepsTheHold extends ReleaseMoney {

    private final AnswerRemittance answerRemittance;

    @Inject
    KeepsTheHold(
            AnswerRemittance answerRemittance,
            Holds holds,
            LockMoney lockMoney,
            MemberMoneys memberMoneys,
            Occasions occasions) {
        super(answerRemittance, holds, lockMoney, memberMoneys, occasions);
        this.answerRemittance = answerRemittance;
    }

    @Override
    public void release(Delivery delivery, Command command) {
        answerRemittance.once(delivery, "release-money", command, () -> done(delivery.requestId(), delivery));
    }

    private static MoneyCommandAnswered done(RequestId request, Delivery delivery) {
        return new MoneyCommandAnswered(request.value(), delivery.remittanceId(), "DONE", null, null, null, null);
    }
}
