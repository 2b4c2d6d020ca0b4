package com.mypay.money.adapter.in.messaging;

import static com.mypay.money.adapter.in.messaging.RemittanceCommands.CAPTURE_MONEY;
import static com.mypay.money.adapter.in.messaging.RemittanceCommands.HOLD_MONEY;
import static com.mypay.money.adapter.in.messaging.RemittanceCommands.RELEASE_MONEY;
import static com.mypay.money.adapter.in.messaging.RemittanceCommands.TOP_UP_MONEY;
import static com.mypay.money.adapter.in.messaging.RemittanceCommands.TRANSFER_MONEY;

import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.LocalConsumer;
import com.mypay.money.adapter.in.messaging.RemittanceCommands.CaptureMoneyBody;
import com.mypay.money.adapter.in.messaging.RemittanceCommands.HoldMoneyBody;
import com.mypay.money.adapter.in.messaging.RemittanceCommands.ReleaseMoneyBody;
import com.mypay.money.adapter.in.messaging.RemittanceCommands.TopUpMoneyBody;
import com.mypay.money.adapter.in.messaging.RemittanceCommands.TransferMoneyBody;
import com.mypay.money.application.CaptureMoney;
import com.mypay.money.application.Delivery;
import com.mypay.money.application.HoldMoney;
import com.mypay.money.application.ReleaseMoney;
import com.mypay.money.application.TopUpMoney;
import com.mypay.money.application.TransferMoney;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/**
 * Does what remittance commands and answers it. Four at a time: remittance has one command of a sender under way at most,
 * and the order of different senders' means nothing.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "queue", propertyValue = "money.remittance-commands"),
            @ActivationConfigProperty(propertyName = "sessions", propertyValue = "4")
        })
public class RemittanceCommandsConsumer extends LocalConsumer {

    @Inject
    private TransferMoney transferMoney;

    @Inject
    private HoldMoney holdMoney;

    @Inject
    private CaptureMoney captureMoney;

    @Inject
    private ReleaseMoney releaseMoney;

    @Inject
    private TopUpMoney topUpMoney;

    @Override
    protected void handle(IncomingMessage message) {
        Delivery delivery = RemittanceCommands.delivery(message);
        switch (message.type()) {
            case TRANSFER_MONEY ->
                transferMoney.transfer(
                        delivery, message.body(TransferMoneyBody.class).command());
            case HOLD_MONEY ->
                holdMoney.hold(delivery, message.body(HoldMoneyBody.class).command());
            case CAPTURE_MONEY ->
                captureMoney.capture(
                        delivery, message.body(CaptureMoneyBody.class).command());
            case RELEASE_MONEY ->
                releaseMoney.release(
                        delivery, message.body(ReleaseMoneyBody.class).command());
            case TOP_UP_MONEY ->
                topUpMoney.topUp(delivery, message.body(TopUpMoneyBody.class).command());
            default -> throw new IllegalArgumentException("not a message for this queue: " + message.type());
        }
    }
}
