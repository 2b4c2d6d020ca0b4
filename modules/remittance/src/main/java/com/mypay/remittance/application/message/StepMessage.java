package com.mypay.remittance.application.message;

import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.remittance.application.message.FirmbankingRequested.Party;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.StepRequest;

/** What a remittance sends for the step that it waits for: the same content each time, under another message id. */
public final class StepMessage {

    public static final String TO_MONEY = "money.remittance-commands";
    public static final String TO_BANKING = "banking.firmbanking-requests";

    private static final String OURSELVES = "remittance";
    private static final String MEMO = "MyPay";

    private StepMessage() {}

    /** @throws IllegalStateException if it waits for nothing */
    public static OutgoingMessage of(Remittance remittance) {
        StepRequest request = remittance.waitsFor().orElseThrow(IllegalStateException::new);
        return switch (request.step()) {
            case TRANSFER -> toMoney(remittance, request, TransferMoney.TYPE, transfer(remittance, request));
            case HOLD -> toMoney(remittance, request, HoldMoney.TYPE, hold(remittance, request));
            case TOP_UP -> toMoney(remittance, request, TopUpMoney.TYPE, topUp(remittance, request));
            case CAPTURE -> toMoney(remittance, request, CaptureMoney.TYPE, capture(remittance, request));
            case RELEASE -> toMoney(remittance, request, ReleaseMoney.TYPE, release(remittance, request));
            case FIRMBANKING ->
                new OutgoingMessage(
                        request.messageId(remittance.sends()),
                        TO_BANKING,
                        FirmbankingRequested.TYPE,
                        firmbanking(remittance, request));
        };
    }

    private static OutgoingMessage toMoney(Remittance remittance, StepRequest request, String type, Record body) {
        return new OutgoingMessage(request.messageId(remittance.sends()), TO_MONEY, type, body);
    }

    private static TransferMoney transfer(Remittance remittance, StepRequest request) {
        Remittance.Order order = remittance.order();
        return new TransferMoney(
                request.requestId(),
                remittance.id().value(),
                order.sender().value(),
                order.payee().member().value(),
                order.amount().value(),
                order.fee().value());
    }

    private static HoldMoney hold(Remittance remittance, StepRequest request) {
        return new HoldMoney(
                request.requestId(),
                remittance.id().value(),
                remittance.sender().value(),
                remittance.order().total().value());
    }

    private static TopUpMoney topUp(Remittance remittance, StepRequest request) {
        return new TopUpMoney(
                request.requestId(),
                remittance.id().value(),
                remittance.sender().value(),
                remittance.shortage().value());
    }

    private static CaptureMoney capture(Remittance remittance, StepRequest request) {
        return new CaptureMoney(
                request.requestId(),
                remittance.id().value(),
                remittance.holdId(),
                remittance.order().fee().value());
    }

    private static ReleaseMoney release(Remittance remittance, StepRequest request) {
        return new ReleaseMoney(request.requestId(), remittance.id().value(), remittance.holdId());
    }

    private static FirmbankingRequested firmbanking(Remittance remittance, StepRequest request) {
        Remittance.Order order = remittance.order();
        return new FirmbankingRequested(
                request.requestId(),
                OURSELVES,
                OURSELVES + ".firmbanking-results",
                new Party("CORPORATE", null),
                new Party("PAYEE", order.payee().accountId()),
                order.amount().value(),
                "REMITTANCE",
                order.memo().isEmpty() ? MEMO : order.memo());
    }
}
