package com.mypay.remittance.application.message;

import com.mypay.framework.value.Won;
import com.mypay.remittance.domain.Answer;
import org.jspecify.annotations.Nullable;

/**
 * {@code money-command-answered.v1} of money.
 *
 * @param reasonCode of {@code REFUSED}
 * @param shortageWon of {@code SHORT}
 * @param holdId of a hold that is done
 * @param toppedUpWon of a top-up that is done
 */
public record MoneyCommandAnswered(
        String requestId,
        String remittanceId,
        Outcome outcome,
        @Nullable String reasonCode,
        @Nullable Long shortageWon,
        @Nullable String holdId,
        @Nullable Long toppedUpWon) {

    public static final String TYPE = "money-command-answered.v1";

    public enum Outcome {
        DONE,
        SHORT,
        REFUSED
    }

    /** @throws IllegalArgumentException if it lacks what its contract asks for: a poison message */
    public Answer answer() {
        return switch (outcome) {
            case DONE -> toppedUpWon == null ? Answer.done(holdId) : Answer.toppedUp(Won.won(toppedUpWon));
            case SHORT -> Answer.shortBy(Won.won(required("shortageWon", shortageWon)));
            case REFUSED -> Answer.refused(required("reasonCode", reasonCode), null);
        };
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
