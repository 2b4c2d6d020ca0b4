package com.mypay.money.application;

import com.mypay.framework.value.Won;
import com.mypay.money.domain.HoldId;
import org.jspecify.annotations.Nullable;

/**
 * The message {@value #TYPE}: money's answer to a command of remittance's.
 *
 * @param outcome {@code DONE}, {@code SHORT} or {@code REFUSED}
 * @param reasonCode only of {@code REFUSED}: a {@link MoneyProblem}, or banking's or the bank's code
 * @param shortageWon only of {@code SHORT}
 * @param holdId only of a hold that is {@code DONE}
 * @param toppedUpWon only of a top-up that is {@code DONE}
 */
public record MoneyCommandAnswered(
        String requestId,
        String remittanceId,
        String outcome,
        @Nullable String reasonCode,
        @Nullable Long shortageWon,
        @Nullable String holdId,
        @Nullable Long toppedUpWon) {

    public static final String TYPE = "money-command-answered.v1";
    public static final String DESTINATION = "remittance.money-replies";

    private static final String DONE = "DONE";

    static MoneyCommandAnswered done(Delivery delivery) {
        return of(delivery, DONE, null, null, null);
    }

    static MoneyCommandAnswered held(Delivery delivery, HoldId hold) {
        return of(delivery, DONE, null, null, hold.value());
    }

    static MoneyCommandAnswered shortBy(Delivery delivery, Won shortage) {
        return of(delivery, "SHORT", null, shortage.value(), null);
    }

    static MoneyCommandAnswered refused(Delivery delivery, MoneyProblem problem) {
        return of(delivery, "REFUSED", problem.name(), null, null);
    }

    static MoneyCommandAnswered toppedUp(String requestId, String remittanceId, Won amount) {
        return new MoneyCommandAnswered(requestId, remittanceId, DONE, null, null, null, amount.value());
    }

    static MoneyCommandAnswered notToppedUp(String requestId, String remittanceId, String reasonCode) {
        return new MoneyCommandAnswered(requestId, remittanceId, "REFUSED", reasonCode, null, null, null);
    }

    private static MoneyCommandAnswered of(
            Delivery delivery,
            String outcome,
            @Nullable String reasonCode,
            @Nullable Long shortageWon,
            @Nullable String holdId) {
        return new MoneyCommandAnswered(
                delivery.requestId().value(), delivery.remittanceId(), outcome, reasonCode, shortageWon, holdId, null);
    }
}
