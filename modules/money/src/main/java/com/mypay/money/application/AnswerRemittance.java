package com.mypay.money.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Answers remittance by message. What was answered once is recorded under the command's request id, refusals and
 * shortages too: each delivery of a command gets an answer, and always that of the first. Runs inside the message's
 * transaction.
 */
@ApplicationScoped
public class AnswerRemittance {

    /** In whose name its commands are recorded. */
    static final Caller REMITTANCE = Caller.service("remittance");

    private final Requests requests;
    private final Outbox outbox;

    @Inject
    public AnswerRemittance(Requests requests, Outbox outbox) {
        this.requests = requests;
        this.outbox = outbox;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AnswerRemittance() {
        this(null, null);
    }

    /** @param command what has to be the same when it arrives again; otherwise {@code REQUEST_ID_REUSED} */
    public void once(Delivery delivery, String operation, Record command, Supplier<MoneyCommandAnswered> effect) {
        CommandKey key = CommandKey.of(REMITTANCE, operation, delivery.requestId(), command);
        send(delivery.messageId(), requests.once(key, MoneyCommandAnswered.class, effect));
    }

    /** A top-up's command has arrived again: it is answered now if the charge has ended, otherwise when it does. */
    void again(Delivery delivery, Charge charge) {
        if (!charge.status().isOpen()) {
            send(delivery.messageId(), answerOf(charge));
        }
    }

    /** A charge has ended; nobody hears of it unless it was made for a command of remittance's. */
    void ended(Charge charge) {
        if (charge.remittanceId() != null) {
            send("ended-" + charge.requestId(), answerOf(charge));
        }
    }

    private static MoneyCommandAnswered answerOf(Charge charge) {
        String requestId = Objects.requireNonNull(charge.command());
        String remittanceId = Objects.requireNonNull(charge.remittanceId());
        return charge.status() == ChargeStatus.COMPLETED
                ? MoneyCommandAnswered.toppedUp(requestId, remittanceId, charge.amount())
                : MoneyCommandAnswered.notToppedUp(
                        requestId, remittanceId, Objects.requireNonNull(charge.reasonCode()));
    }

    private void send(String messageId, MoneyCommandAnswered answer) {
        outbox.send(
                new OutgoingMessage(messageId, MoneyCommandAnswered.DESTINATION, MoneyCommandAnswered.TYPE, answer));
    }
}
