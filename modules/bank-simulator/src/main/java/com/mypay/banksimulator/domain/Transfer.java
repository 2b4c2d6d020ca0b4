package com.mypay.banksimulator.domain;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transfer (이체): one instruction that a bank has taken in, and what became of it. Its number is the bank network's
 * own, and the last part of the reference that the caller gets, for example {@code 088-20111205-00000042}.
 */
public final class Transfer {
    public static final long NOT_BOOKED = 0;

    private final Instruction instruction;
    private final long number;
    private final Instant receivedAt;
    private TransferStatus status;
    private @Nullable Refusal refusal;
    private @Nullable Instant completedAt;
    private long bookingNumber;

    private Transfer(
            Instruction instruction,
            long number,
            Instant receivedAt,
            TransferStatus status,
            @Nullable Refusal refusal,
            @Nullable Instant completedAt,
            long bookingNumber) {
        this.instruction = instruction;
        this.number = number;
        this.receivedAt = receivedAt;
        this.status = status;
        this.refusal = refusal;
        this.completedAt = completedAt;
        this.bookingNumber = bookingNumber;
    }

    public static Transfer received(Instruction instruction, long number, Instant at) {
        return new Transfer(instruction, number, at, TransferStatus.IN_PROGRESS, null, null, NOT_BOOKED);
    }

    /** As it was stored. */
    public static Transfer stored(
            Instruction instruction,
            long number,
            Instant receivedAt,
            TransferStatus status,
            @Nullable Refusal refusal,
            @Nullable Instant completedAt,
            long bookingNumber) {
        return new Transfer(instruction, number, receivedAt, status, refusal, completedAt, bookingNumber);
    }

    void complete(long booking, Instant at) {
        become(TransferStatus.COMPLETED);
        bookingNumber = booking;
        completedAt = at;
    }

    void refuse(Refusal why, Instant at) {
        become(TransferStatus.REFUSED);
        refusal = why;
        completedAt = at;
    }

    private void become(TransferStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("a transfer that is " + status + " can't become " + next);
        }
        status = next;
    }

    /** Refuses another content under an id that is taken. */
    public void checkSame(Instruction repeated) {
        if (!instruction.equals(repeated)) {
            throw new Rejected(
                    BankProblem.TRANSACTION_ID_REUSED, "the transaction id is taken by a transfer with other content");
        }
    }

    public Instruction instruction() {
        return instruction;
    }

    public TransferId id() {
        return instruction.id();
    }

    public long number() {
        return number;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public TransferStatus status() {
        return status;
    }

    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** When it was executed or refused. */
    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    /** The place in the order of executions, {@link #NOT_BOOKED} unless completed. */
    public long bookingNumber() {
        return bookingNumber;
    }

    public String bankReference() {
        return "%s-%s-%08d"
                .formatted(id().bankCode(), DateTimeFormatter.BASIC_ISO_DATE.format(id().transactionDate()), number);
    }
}
