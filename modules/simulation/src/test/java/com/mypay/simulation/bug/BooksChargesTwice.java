package com.mypay.simulation.bug;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.value.Ids;
import com.mypay.money.application.AnswerRemittance;
import com.mypay.money.application.EndCharge;
import com.mypay.money.application.Occasions;
import com.mypay.money.application.port.Banking.Firmbanking;
import com.mypay.money.application.port.Banking.Outcome;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeId;
import com.mypay.money.domain.ChargeStatus;
import com.mypay.money.domain.Charges;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import jakarta.inject.Inject;
import java.time.Clock;

/** Books a charge as often as it hears that the bank has moved the money. */
final class BooksChargesTwice extends EndCharge {

    private final Charges charges;
    private final MemberMoneys memberMoneys;
    private final Entries entries;
    private final Ids ids;
    private final Occasions occasions;

    @Inject
    BooksChargesTwice(
            Charges charges,
            MemberMoneys memberMoneys,
            Entries entries,
            Ids ids,
            Occasions occasions,
            AnswerRemittance answerRemittance,
            @RealTime Clock realTime) {
        super(charges, memberMoneys, entries, ids, occasions, answerRemittance, realTime);
        this.charges = charges;
        this.memberMoneys = memberMoneys;
        this.entries = entries;
        this.ids = ids;
        this.occasions = occasions;
    }

    @Override
    public void end(ChargeId id, Firmbanking firmbanking) {
        Charge charge = charges.lock(id).orElseThrow();
        if (charge.status() == ChargeStatus.COMPLETED && firmbanking.outcome() == Outcome.COMPLETED) {
            MemberMoney money = memberMoneys.lock(charge.member()).orElseThrow();
            entries.book(Entry.of(
                    ids.next(),
                    charge.kind().cause(),
                    charge.id().value(),
                    occasions.now(),
                    money.increase(charge.amount())));
            memberMoneys.changed(money);
        } else {
            super.end(id, firmbanking);
        }
    }
}
