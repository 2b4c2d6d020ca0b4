package com.mypay.money.application;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeId;
import com.mypay.money.domain.Charges;
import com.mypay.money.domain.TopUpPolicy;
import com.mypay.money.domain.TopUpRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Charges what a member is short of for a remittance (자동 충전): sent to banking as a message; remittance is answered when
 * the charge has ended, whichever way money learns of it. Runs in the message's transaction.
 */
@ApplicationScoped
public class TopUpMoney {

    static final String OPERATION = "top-up-money";

    private final AnswerRemittance answerRemittance;
    private final Requests requests;
    private final LockMoney lockMoney;
    private final Charges charges;
    private final Outbox outbox;
    private final TopUpPolicy policy;
    private final Ids ids;
    private final Occasions occasions;
    private final Clock realTime;

    @Inject
    public TopUpMoney(
            AnswerRemittance answerRemittance,
            Requests requests,
            LockMoney lockMoney,
            Charges charges,
            Outbox outbox,
            TopUpPolicy policy,
            Ids ids,
            Occasions occasions,
            @RealTime Clock realTime) {
        this.answerRemittance = answerRemittance;
        this.requests = requests;
        this.lockMoney = lockMoney;
        this.charges = charges;
        this.outbox = outbox;
        this.policy = policy;
        this.ids = ids;
        this.occasions = occasions;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TopUpMoney() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /** @param shortage positive; charged is this, rounded up by the rule of remittances */
    public record Command(MemberId member, Won shortage) {}

    /** Public for JSON: what a request id stands for, however often it arrives. */
    public record Started(String chargeId) {}

    /** Answered once the charge has ended with {@code DONE} and the amount, or with {@code REFUSED}. */
    public void topUp(Delivery delivery, Command command) {
        CommandKey key = CommandKey.of(AnswerRemittance.REMITTANCE, OPERATION, delivery.requestId(), command);
        Started started = requests.once(key, Started.class, () -> start(delivery, command));
        answerRemittance.again(
                delivery, charges.find(new ChargeId(started.chargeId())).orElseThrow());
    }

    private Started start(Delivery delivery, Command command) {
        lockMoney.lockOrOpen(command.member());
        Charge charge = Charge.topUpByMessage(
                new ChargeId(ids.next()),
                command.member(),
                policy.amountFor(TopUpRule.REMITTANCE, command.shortage()),
                delivery.requestId().value(),
                delivery.remittanceId(),
                occasions.now(),
                realTime.instant());
        charges.add(charge);
        MoneyEvents.requested(charge);
        outbox.send(FirmbankingRequested.message(charge));
        return new Started(charge.id().value());
    }
}
