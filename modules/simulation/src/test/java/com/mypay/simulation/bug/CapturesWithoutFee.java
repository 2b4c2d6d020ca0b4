package com.mypay.simulation.bug;

import com.mypay.framework.value.Ids;
import com.mypay.framework.value.Won;
import com.mypay.money.application.AnswerRemittance;
import com.mypay.money.application.CaptureMoney;
import com.mypay.money.application.Delivery;
import com.mypay.money.application.LockMoney;
import com.mypay.money.application.Occasions;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.Holds;
import com.mypay.money.domain.MemberMoneys;
import jakarta.inject.Inject;

/** Forgets that a part of what was held is the operator's fee. */
final class CapturesWithoutFee extends CaptureMoney {

    @Inject
    CapturesWithoutFee(
            AnswerRemittance answerRemittance,
            Holds holds,
            LockMoney lockMoney,
            MemberMoneys memberMoneys,
            Entries entries,
            Ids ids,
            Occasions occasions) {
        super(answerRemittance, holds, lockMoney, memberMoneys, entries, ids, occasions);
    }

    @Override
    public void capture(Delivery delivery, Command command) {
        super.capture(delivery, new Command(command.hold(), Won.ZERO));
    }
}
