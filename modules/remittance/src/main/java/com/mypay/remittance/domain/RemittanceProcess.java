package com.mypay.remittance.domain;

import static com.mypay.remittance.domain.RemittanceStatus.CANCELLED;
import static com.mypay.remittance.domain.RemittanceStatus.FAILED;
import static com.mypay.remittance.domain.RemittanceStatus.SUCCEEDED;
import static com.mypay.remittance.domain.Step.CAPTURE;
import static com.mypay.remittance.domain.Step.FIRMBANKING;
import static com.mypay.remittance.domain.Step.HOLD;
import static com.mypay.remittance.domain.Step.RELEASE;
import static com.mypay.remittance.domain.Step.TOP_UP;
import static com.mypay.remittance.domain.Step.TRANSFER;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The process of a remittance as one table: what a step's answer leads to. What each step sends, and how long its answer
 * is waited for before the same is sent again, stands in {@link Step}. Nothing is given up because of silence: what has
 * waited too long comes on the staff's work list and is asked on.
 */
public final class RemittanceProcess {

    /** So often a remittance is topped up for; short after that, it fails. */
    public static final int MAX_TOP_UPS = 3;

    private static final Map<Step, Row> TABLE = table(
            // step, DONE, SHORT, REFUSED, UNKNOWN
            row(TRANSFER, end(SUCCEEDED), topUp(), end(FAILED), never()),
            row(HOLD, held(FIRMBANKING), topUp(), end(FAILED), never()),
            row(TOP_UP, again(), never(), end(FAILED), never()),
            row(FIRMBANKING, go(CAPTURE), never(), go(RELEASE), doubt()),
            row(CAPTURE, end(SUCCEEDED), never(), stuck(), never()),
            row(RELEASE, end(FAILED), never(), stuck(), never()));

    /** Once a cancellation is noted, which is in HOLD only: in TOP_UP it ends at once. */
    private static final Map<Step, Row> CANCELLING = table(
            // step, DONE, SHORT, REFUSED, UNKNOWN
            row(HOLD, held(RELEASE), end(CANCELLED), end(CANCELLED), never()),
            row(RELEASE, end(CANCELLED), never(), stuck(), never()));

    private RemittanceProcess() {}

    /** What happens at an answer. */
    enum Kind {
        /** It has come to its end. */
        END,
        /** On to the next step. */
        GO,
        /** The hold is there; then on to the next step. */
        HELD,
        /** The balance is topped up, if it was not too often. */
        TOP_UP,
        /** Back to the first step, for another round. */
        AGAIN,
        /** The same step goes on waiting, in doubt. */
        DOUBT,
        /** Money contradicts itself: the staff's work list, and the same step goes on waiting. */
        STUCK,
        /** This step has no such answer. */
        NEVER
    }

    /**
     * @param status of {@code END}
     * @param step of {@code GO}, {@code HELD} and {@code TOP_UP}
     */
    record Move(
            Kind kind,
            @Nullable RemittanceStatus status,
            @Nullable Step step) {

        RemittanceStatus end() {
            if (status == null) {
                throw new IllegalStateException(kind + " is no end");
            }
            return status;
        }

        Step nextStep() {
            if (step == null) {
                throw new IllegalStateException(kind + " has no step");
            }
            return step;
        }
    }

    private record Row(Step step, Map<Answer.Kind, Move> moves) {}

    /** Where an answer leads. */
    static Move move(Step step, Answer.Kind answer, boolean cancelNoted) {
        Row row = (cancelNoted ? CANCELLING : TABLE).get(step);
        if (row == null) {
            throw new IllegalStateException("there is no cancellation in " + step);
        }
        Move move = row.moves().get(answer);
        if (move == null) {
            throw new IllegalStateException("the table lacks " + answer + " of " + step);
        }
        return move;
    }

    private static Map<Step, Row> table(Row... rows) {
        Map<Step, Row> table = new EnumMap<>(Step.class);
        for (Row row : rows) {
            table.put(row.step(), row);
        }
        return table;
    }

    private static Row row(Step step, Move done, Move shortOfMoney, Move refused, Move unknown) {
        Map<Answer.Kind, Move> moves = new EnumMap<>(Answer.Kind.class);
        moves.put(Answer.Kind.DONE, done);
        moves.put(Answer.Kind.SHORT, shortOfMoney);
        moves.put(Answer.Kind.REFUSED, refused);
        moves.put(Answer.Kind.UNKNOWN, unknown);
        return new Row(step, moves);
    }

    private static Move end(RemittanceStatus status) {
        return new Move(Kind.END, status, null);
    }

    private static Move go(Step step) {
        return new Move(Kind.GO, null, step);
    }

    private static Move held(Step step) {
        return new Move(Kind.HELD, null, step);
    }

    private static Move topUp() {
        return new Move(Kind.TOP_UP, null, TOP_UP);
    }

    private static Move again() {
        return new Move(Kind.AGAIN, null, null);
    }

    private static Move doubt() {
        return new Move(Kind.DOUBT, null, null);
    }

    private static Move stuck() {
        return new Move(Kind.STUCK, null, null);
    }

    private static Move never() {
        return new Move(Kind.NEVER, null, null);
    }
}
