package com.mypay.settlement.adapter.in.messaging;

import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.LocalConsumer;
import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.application.TakeInPayoutResult;
import com.mypay.settlement.application.message.FirmbankingResult;
import com.mypay.settlement.domain.Payout;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What became of the payouts. */
@MessageDriven(
        activationConfig =
                @ActivationConfigProperty(propertyName = "queue", propertyValue = "settlement.firmbanking-results"))
public class FirmbankingResultsConsumer extends LocalConsumer {

    @Inject
    private TakeInPayoutResult takeInPayoutResult;

    @Inject
    private Transactions transactions;

    @Inject
    private MetricRegistry metrics;

    @Override
    protected void handle(IncomingMessage message) {
        if (!message.type().equals(FirmbankingResult.TYPE)) {
            throw new IllegalArgumentException("not a message for this queue: " + message.type());
        }
        takeInPayoutResult
                .takeIn(message.body(FirmbankingResult.class))
                .ifPresent(payout -> transactions.afterCommit(() -> count(payout)));
    }

    private void count(Payout payout) {
        Tag outcome = new Tag("outcome", payout.status().name());
        metrics.counter("mypay_settlement_payouts", outcome).inc();
        metrics.counter("mypay_settlement_payouts_won", outcome)
                .inc(payout.amount().value());
    }
}
