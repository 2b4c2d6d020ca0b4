package com.mypay.remittance.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A remittance (송금): a member sends money to a member or to a bank account. Knows what it waits for, and where an answer
 * leads it ({@link RemittanceProcess}); an answer to anything else changes nothing. Changed only while its sender's row
 * is locked.
 *
 * <p>Not a JPA entity, for speed: each remittance changes several times within a second, and is read and written by one
 * plain statement each.
 */
public final class Remittance {

    /** For one remittance, whole won; what a member may send is a matter of {@link Limits}. */
    public static final Won MAX_AMOUNT = Won.won(1_000_000_000);

    /** Why it failed when it was topped up for too often: money's own word. */
    static final String STILL_SHORT = "MONEY_INSUFFICIENT";

    /** In the history only. */
    static final String CANCEL_NOTED = "CANCEL_NOTED";

    private final Accepted accepted;
    private RemittanceStatus status;
    private @Nullable Step step;
    private int round;
    private int sends;
    private Won shortage;
    private Won toppedUp;
    private @Nullable String holdId;
    private @Nullable String firmbankingId;
    private boolean cancelNoted;
    private @Nullable String stuckCode;
    private @Nullable String reasonCode;
    private @Nullable Instant waitingSince;
    private @Nullable Instant answerDue;
    private @Nullable Instant endedAt;
    private int lines;
    private final List<RemittanceMove> newMoves = new ArrayList<>();

    /**
     * Who sends whom how much.
     *
     * @param fee what the sender pays on top
     * @param memo a note of the sender; it goes to the bank of a payee's account, not to members. May be empty
     */
    public record Order(MemberId sender, Payee payee, Won amount, Won fee, String memo) {

        /** What the sender pays. */
        public Won total() {
            return amount.plus(fee);
        }
    }

    /**
     * What doesn't change any more.
     *
     * @param number the sender's remittances are taken in this order; from 1
     * @param standingId of the standing remittance that it comes from
     * @param businessDate the day in Seoul whose limits it uses
     */
    public record Accepted(
            RemittanceId id,
            long number,
            Order order,
            @Nullable String standingId,
            LocalDate businessDate,
            Instant requestedAt,
            String guid) {}

    /**
     * How far it is.
     *
     * @param step what it waits for; {@code null} before the beginning and at the end
     * @param round which time it comes to its step, from 1
     * @param sends how often the step's command was sent
     * @param shortage what it is topped up for; zero if it isn't
     * @param toppedUp all that was topped up for it
     * @param cancelNoted it ends as soon as the answer is there
     * @param stuckCode why money can't go on: staff has to look
     * @param reasonCode why it failed
     * @param waitingSince real time since which it waits for the step's answer
     * @param answerDue real time at which the command is sent again
     * @param lines of its history
     */
    public record Progress(
            RemittanceStatus status,
            @Nullable Step step,
            int round,
            int sends,
            Won shortage,
            Won toppedUp,
            @Nullable String holdId,
            @Nullable String firmbankingId,
            boolean cancelNoted,
            @Nullable String stuckCode,
            @Nullable String reasonCode,
            @Nullable Instant waitingSince,
            @Nullable Instant answerDue,
            @Nullable Instant endedAt,
            int lines) {}

    /** What became of an answer. */
    public enum Taken {
        /** It has ended, or waits for the next step now, whose command is to be sent. */
        MOVED,
        /** It goes on waiting for the same step. */
        NOTED,
        /** It has had this answer, or doesn't wait for it any more. */
        LATE,
        /** Nobody who keeps the contract gives this answer to this step. */
        UNEXPECTED
    }

    private Remittance(Accepted accepted, Progress progress) {
        this.accepted = accepted;
        this.status = progress.status();
        this.step = progress.step();
        this.round = progress.round();
        this.sends = progress.sends();
        this.shortage = progress.shortage();
        this.toppedUp = progress.toppedUp();
        this.holdId = progress.holdId();
        this.firmbankingId = progress.firmbankingId();
        this.cancelNoted = progress.cancelNoted();
        this.stuckCode = progress.stuckCode();
        this.reasonCode = progress.reasonCode();
        this.waitingSince = progress.waitingSince();
        this.answerDue = progress.answerDue();
        this.endedAt = progress.endedAt();
        this.lines = progress.lines();
    }

    /** Accepted; waits for its turn. */
    public static Remittance requested(Accepted accepted, Occasion occasion) {
        Remittance remittance = new Remittance(
                accepted,
                new Progress(
                        RemittanceStatus.REQUESTED,
                        null,
                        1,
                        0,
                        Won.ZERO,
                        Won.ZERO,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        0));
        remittance.note(null, occasion);
        return remittance;
    }

    /** As it was stored. */
    public static Remittance stored(Accepted accepted, Progress progress) {
        return new Remittance(accepted, progress);
    }

    /** It is its turn: the first step's command is sent. */
    public void begin(Occasion occasion) {
        go(firstStep(), null, occasion);
    }

    /** A standing remittance that is refused on its day, before anything has begun. */
    public void refuse(String reasonCode, Occasion occasion) {
        end(RemittanceStatus.FAILED, reasonCode, occasion);
    }

    /** Goes where the answer leads; an answer to another request than the one that it waits for changes nothing. */
    public Taken take(StepRequest request, Answer answer, Occasion occasion) {
        Step current = step;
        if (current == null || !request.equals(request(current))) {
            return Taken.LATE;
        }
        RemittanceProcess.Move move = RemittanceProcess.move(current, answer.kind(), cancelNoted);
        switch (move.kind()) {
            case END -> {
                toppedUp = toppedUp.plus(answer.toppedUp());
                end(move.end(), move.end() == RemittanceStatus.FAILED ? answer.reasonCode() : null, occasion);
            }
            case GO -> {
                firmbankingId = answer.reference();
                go(move.nextStep(), answer.reasonCode(), occasion);
            }
            case HELD -> {
                holdId = answer.reference();
                step = null;
                become(RemittanceStatus.HELD);
                note(null, occasion);
                go(move.nextStep(), null, occasion);
            }
            case TOP_UP -> topUp(answer.shortage(), move.nextStep(), occasion);
            case AGAIN -> {
                toppedUp = toppedUp.plus(answer.toppedUp());
                shortage = Won.ZERO;
                round++;
                go(firstStep(), null, occasion);
            }
            case DOUBT -> {
                return doubt(answer, occasion);
            }
            case STUCK -> {
                return stick(answer, occasion);
            }
            case NEVER -> {
                return Taken.UNEXPECTED;
            }
        }
        return Taken.MOVED;
    }

    private void topUp(Won shortage, Step topUp, Occasion occasion) {
        if (round > RemittanceProcess.MAX_TOP_UPS) {
            end(RemittanceStatus.FAILED, STILL_SHORT, occasion);
            return;
        }
        this.shortage = shortage;
        go(topUp, null, occasion);
    }

    private Taken doubt(Answer answer, Occasion occasion) {
        if (status == RemittanceStatus.IN_DOUBT) {
            return Taken.LATE;
        }
        firmbankingId = answer.reference();
        become(RemittanceStatus.IN_DOUBT);
        note(answer.reasonCode(), occasion);
        return Taken.NOTED;
    }

    private Taken stick(Answer answer, Occasion occasion) {
        if (stuckCode != null) {
            return Taken.LATE;
        }
        stuckCode = answer.reasonCode();
        note(answer.reasonCode(), occasion);
        return Taken.NOTED;
    }

    /** Whether {@link #cancel} can be asked for: nothing has moved and nobody outside was told to pay. */
    public boolean isCancellable() {
        return status == RemittanceStatus.REQUESTED || (step != null && step.isCancellable());
    }

    /**
     * Ends at once if it hasn't begun, or waits for a top-up: what is topped up is the sender's in any case, and a bank
     * may take long to tell. While money is asked to hold, it ends as soon as the answer is there.
     */
    public void cancel(Occasion occasion) {
        if (!isCancellable()) {
            throw new IllegalStateException("remittance " + id() + " can't be cancelled any more");
        }
        if (status == RemittanceStatus.REQUESTED || step == Step.TOP_UP) {
            end(RemittanceStatus.CANCELLED, null, occasion);
        } else if (!cancelNoted) {
            cancelNoted = true;
            note(CANCEL_NOTED, occasion);
        }
    }

    /** There was no answer in time: the same command is sent once more. */
    public void askAgain(Instant realNow) {
        sends++;
        answerDue = realNow.plus(currentStep().patience(sends));
    }

    public boolean isDue(Instant realNow) {
        return answerDue != null && !answerDue.isAfter(realNow);
    }

    private void go(Step next, @Nullable String reason, Occasion occasion) {
        next.status().ifPresent(this::become);
        if (reason != null) {
            reasonCode = reason;
        }
        step = next;
        sends = 1;
        waitingSince = occasion.realNow();
        answerDue = occasion.realNow().plus(next.patience(sends));
        note(reason, occasion);
    }

    private void end(RemittanceStatus end, @Nullable String reason, Occasion occasion) {
        become(end);
        if (reason != null) {
            reasonCode = reason;
        }
        step = null;
        stuckCode = null;
        waitingSince = null;
        answerDue = null;
        endedAt = occasion.at();
        note(reason, occasion);
    }

    private void become(RemittanceStatus next) {
        if (next != status && !status.mayBecome(next)) {
            throw new IllegalStateException("remittance " + id() + " doesn't go from " + status + " to " + next);
        }
        status = next;
    }

    private void note(@Nullable String reason, Occasion occasion) {
        lines++;
        newMoves.add(new RemittanceMove(id(), lines, status, step, round, reason, occasion.at(), occasion.guid()));
    }

    private Step firstStep() {
        return switch (accepted.order().payee().kind()) {
            case MEMBER -> Step.TRANSFER;
            case ACCOUNT -> Step.HOLD;
        };
    }

    private Step currentStep() {
        if (step == null) {
            throw new IllegalStateException("remittance " + id() + " waits for nothing");
        }
        return step;
    }

    private StepRequest request(Step step) {
        return new StepRequest(id(), step, round);
    }

    public Accepted accepted() {
        return accepted;
    }

    public Progress progress() {
        return new Progress(
                status,
                step,
                round,
                sends,
                shortage,
                toppedUp,
                holdId,
                firmbankingId,
                cancelNoted,
                stuckCode,
                reasonCode,
                waitingSince,
                answerDue,
                endedAt,
                lines);
    }

    /** The lines of the history that are still to be stored, once. */
    public List<RemittanceMove> takeNewMoves() {
        List<RemittanceMove> moves = List.copyOf(newMoves);
        newMoves.clear();
        return moves;
    }

    public RemittanceId id() {
        return accepted.id();
    }

    public Order order() {
        return accepted.order();
    }

    public MemberId sender() {
        return accepted.order().sender();
    }

    public RemittanceStatus status() {
        return status;
    }

    /** What it waits for: the command that was sent, or is to be sent. */
    public Optional<StepRequest> waitsFor() {
        return Optional.ofNullable(step).map(this::request);
    }

    /** How often that command was sent, this time included. */
    public int sends() {
        return sends;
    }

    /** Whether the sender keeps, or has again, all that it wanted to send. */
    public boolean hasSentNothing() {
        return status == RemittanceStatus.FAILED || status == RemittanceStatus.CANCELLED;
    }

    public boolean isCancelNoted() {
        return cancelNoted;
    }

    /** Whether the sender's next one has to wait. */
    public boolean isInMoneyStep() {
        return step != null && step.isMoneyStep();
    }

    /** Whether the bank was told to pay and hasn't said what it did. */
    public boolean isAtBank() {
        return step == Step.FIRMBANKING;
    }

    /** Where it stands on the staff's work list: what is stuck, then what is in doubt, then the rest, each by its age. */
    public String workListPlace() {
        String kind = stuckCode != null ? "1" : status == RemittanceStatus.IN_DOUBT ? "2" : "3";
        return kind + id().value();
    }

    public Won shortage() {
        return shortage;
    }

    /** Of a step that follows the hold. */
    public String holdId() {
        if (holdId == null) {
            throw new IllegalStateException("remittance " + id() + " has no hold");
        }
        return holdId;
    }
}
