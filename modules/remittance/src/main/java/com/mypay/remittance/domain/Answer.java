package com.mypay.remittance.domain;

import com.mypay.framework.value.Won;
import org.jspecify.annotations.Nullable;

/**
 * What money or banking says to a step's command.
 *
 * @param kind where it leads
 * @param reasonCode why it is refused or unknown: a code of money, of banking or of the bank
 * @param shortage of {@code SHORT}: by how much the balance doesn't cover it; otherwise zero
 * @param toppedUp of a top-up that is done; otherwise zero
 * @param reference the hold's or the firmbanking's id, where there is one
 */
public record Answer(
        Kind kind,
        @Nullable String reasonCode,
        Won shortage,
        Won toppedUp,
        @Nullable String reference) {

    /** The columns of the process's table. */
    public enum Kind {
        /** It is so. */
        DONE,
        /** The balance doesn't cover it; nothing has changed. */
        SHORT,
        /** It is not so and won't be. */
        REFUSED,
        /** The bank's answer is not known; another answer follows. */
        UNKNOWN
    }

    /** @param reference the hold's or the firmbanking's id */
    public static Answer done(@Nullable String reference) {
        return new Answer(Kind.DONE, null, Won.ZERO, Won.ZERO, reference);
    }

    public static Answer toppedUp(Won amount) {
        return new Answer(Kind.DONE, null, Won.ZERO, amount, null);
    }

    public static Answer shortBy(Won shortage) {
        return new Answer(Kind.SHORT, null, shortage, Won.ZERO, null);
    }

    public static Answer refused(String reasonCode, @Nullable String reference) {
        return new Answer(Kind.REFUSED, reasonCode, Won.ZERO, Won.ZERO, reference);
    }

    /** Money has done it, and yet the remittance can't go on. */
    public Answer butRefused(String reasonCode) {
        return new Answer(Kind.REFUSED, reasonCode, shortage, toppedUp, reference);
    }

    public static Answer unknown(String reasonCode, @Nullable String reference) {
        return new Answer(Kind.UNKNOWN, reasonCode, Won.ZERO, Won.ZERO, reference);
    }
}
