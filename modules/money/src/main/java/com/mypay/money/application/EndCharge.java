package com.mypay.money.application;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.log.Log;
import com.mypay.framework.value.Ids;
import com.mypay.money.application.port.Banking.Firmbanking;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeId;
import com.mypay.money.domain.ChargeStatus;
import com.mypay.money.domain.Charges;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.Occasion;
import com.mypay.money.domain.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Takes what banking says of a charge: completes it and books the money, fails it, or doubts it. May be told the same
 * any number of times and in any order; a charge that has ended stays as it is. Runs inside a transaction.
 */
@ApplicationScoped
public class EndCharge {

    private static final Log LOG = Log.of(EndCharge.class);

    private final Charges charges;
    private final MemberMoneys memberMoneys;
    private final Entries entries;
    private final Ids ids;
    private final Occasions occasions;
    private final AnswerRemittance answerRemittance;
    private final Clock realTime;

    @Inject
    public EndCharge(
            Charges charges,
            MemberMoneys memberMoneys,
            Entries entries,
            Ids ids,
            Occasions occasions,
            AnswerRemittance answerRemittance,
            @RealTime Clock realTime) {
        this.charges = charges;
        this.memberMoneys = memberMoneys;
        this.entries = entries;
        this.ids = ids;
        this.occasions = occasions;
        this.answerRemittance = answerRemittance;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected EndCharge() {
        this(null, null, null, null, null, null, null);
    }

    /** @throws IllegalArgumentException if there is no such charge */
    public void end(ChargeId id, Firmbanking firmbanking) {
        Charge charge = charges.lock(id).orElseThrow(() -> new IllegalArgumentException("there is no charge " + id));
        switch (firmbanking.outcome()) {
            case COMPLETED -> complete(charge, firmbanking);
            case REFUSED -> fail(charge, firmbanking);
            case UNKNOWN -> doubt(charge, firmbanking);
        }
    }

    private void complete(Charge charge, Firmbanking firmbanking) {
        if (charge.status() == ChargeStatus.COMPLETED) {
            return;
        }
        Occasion occasion = occasions.now();
        boolean givenUp = charge.status() == ChargeStatus.FAILED;
        if (givenUp && !entries.isFirst(charge.kind().cause(), charge.id().value(), occasion)) {
            return;
        }
        Charge completed = givenUp ? revived(charge, occasion) : charge;
        completed.completed(firmbanking.id(), occasion);
        charges.changed(completed);
        MoneyEvents.ended(completed);
        book(completed, occasion);
        answerRemittance.ended(completed);
    }

    /**
     * Given up as never received, and now it turns out that the bank has moved the money: nothing may be lost. Who has
     * asked for it was told that it failed, and is told nothing else.
     */
    private Charge revived(Charge charge, Occasion occasion) {
        Charge again = charge.again(new ChargeId(ids.next()), occasion, realTime.instant());
        charges.add(again);
        MoneyEvents.requested(again);
        LOG.warning("charge {0} had failed but the bank completed it: booked as {1}", charge.id(), again.id());
        return again;
    }

    private void book(Charge charge, Occasion occasion) {
        MemberMoney money = memberMoneys
                .lock(charge.member())
                .orElseThrow(() -> new IllegalStateException("a charge of a member without money"));
        Posting changing = money.increase(charge.amount());
        memberMoneys.changed(money);
        entries.book(MoneyEvents.changed(
                Entry.of(ids.next(), charge.kind().cause(), charge.id().value(), occasion, changing)));
    }

    private void fail(Charge charge, Firmbanking firmbanking) {
        if (charge.status().isOpen()) {
            String reason = firmbanking.reasonCode();
            charge.failed(firmbanking.id(), reason == null ? "REFUSED" : reason, occasions.now());
            charges.changed(charge);
            MoneyEvents.ended(charge);
            answerRemittance.ended(charge);
        }
    }

    private void doubt(Charge charge, Firmbanking firmbanking) {
        if (charge.status().isOpen()) {
            charge.doubted(firmbanking.id(), occasions.now(), realTime.instant());
            charges.changed(charge);
        }
    }
}
