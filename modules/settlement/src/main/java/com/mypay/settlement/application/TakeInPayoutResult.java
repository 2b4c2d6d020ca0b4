package com.mypay.settlement.application;

import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.application.message.FirmbankingResult;
import com.mypay.settlement.application.message.PayoutCompleted;
import com.mypay.settlement.domain.CarryOver;
import com.mypay.settlement.domain.CarryOvers;
import com.mypay.settlement.domain.CarryReason;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.Cycles;
import com.mypay.settlement.domain.Payout;
import com.mypay.settlement.domain.PayoutStatus;
import com.mypay.settlement.domain.Payouts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Notes what banking tells of a payout: paid, then money books it; refused, then the amount is carried over and shown;
 * unknown, then it is in doubt until the final word, which banking finds out by asking the bank. Nothing is sent again.
 */
@Dependent
public class TakeInPayoutResult {

    private final Payouts payouts;
    private final CarryOvers carryOvers;
    private final Cycles cycles;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public TakeInPayoutResult(
            Payouts payouts,
            CarryOvers carryOvers,
            Cycles cycles,
            Outbox outbox,
            Transactions transactions,
            Clock clock) {
        this.payouts = payouts;
        this.carryOvers = carryOvers;
        this.cycles = cycles;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @return the payout, if anything has changed
     * @throws IllegalStateException if it isn't the answer to a payout of ours: a poison message
     */
    public Optional<Payout> takeIn(FirmbankingResult result) {
        return transactions.inTransaction(() -> {
            Payout payout = Payout.idOfRequest(result.requestId())
                    .flatMap(payouts::find)
                    .orElseThrow(() -> new IllegalStateException("no payout has asked for " + result.requestId()));
            if (payout.amount().value() != result.amountWon()) {
                throw new IllegalStateException(
                        "payout " + payout.id() + " is " + payout.amount() + ", banking tells " + result.amountWon());
            }
            PayoutStatus before = payout.status();
            Instant now = clock.instant();
            if (!payout.told(result.payoutStatus(), result.firmbankingId(), result.reasonCode(), now)) {
                return Optional.<Payout>empty();
            }
            payouts.changed(payout, before, now);
            PayoutEvents.tell(BusinessEvent.PAYOUT_ENDED, payout);
            follow(payout, now);
            return Optional.of(payout);
        });
    }

    private void follow(Payout payout, Instant now) {
        switch (payout.status()) {
            case COMPLETED -> outbox.send(PayoutCompleted.of(payout));
            case REFUSED -> carryOvers.addAll(List.of(refused(payout, now)));
            case REQUESTED, IN_DOUBT -> {}
        }
    }

    /** Due at once: the next cycle tries again, by then to the account that banking knows then. */
    private CarryOver refused(Payout payout, Instant now) {
        Cycle cycle = cycles.find(payout.cycleId())
                .orElseThrow(() -> new IllegalStateException("payout " + payout.id() + " has no cycle"));
        return new CarryOver(
                cycle.id(),
                payout.franchiseId(),
                CarryOver.Part.REFUSED,
                payout.amount(),
                CarryReason.REFUSED,
                cycle.businessDate().plusDays(1),
                null,
                now);
    }
}
