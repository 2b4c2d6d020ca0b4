package com.mypay.banksimulator.domain;

import java.time.LocalDate;

/**
 * What one event adds to a bank's bill of one day. Every received call of a transfer costs the fee, also a repeated
 * one; an execution is counted when money moves, so once per transfer. Verifications are counted and cost nothing.
 */
public record Charge(
        BankCode bankCode,
        LocalDate day,
        int calls,
        int completedCalls,
        int refusedCalls,
        int executions,
        int verifications,
        Won fees,
        Won completedFees) {

    /** A call has come in. */
    static Charge received(Transfer transfer, Won fee) {
        return switch (transfer.instruction().kind()) {
            case TRANSFER -> of(transfer, 1, 0, 0, 0, 0, fee, Won.ZERO);
            case VERIFICATION -> of(transfer, 0, 0, 0, 0, 1, Won.ZERO, Won.ZERO);
        };
    }

    /** A call has its answer, or will have none but could have had one. */
    static Charge answered(Transfer transfer, Won fee) {
        if (transfer.instruction().kind() == Instruction.Kind.VERIFICATION) {
            return nothing(transfer);
        }
        return switch (transfer.status()) {
            case IN_PROGRESS -> nothing(transfer);
            case COMPLETED -> of(transfer, 0, 1, 0, 0, 0, Won.ZERO, fee);
            case REFUSED -> of(transfer, 0, 0, 1, 0, 0, Won.ZERO, Won.ZERO);
        };
    }

    /** Money has moved. */
    static Charge executed(Transfer transfer) {
        return switch (transfer.instruction().kind()) {
            case TRANSFER -> of(transfer, 0, 0, 0, 1, 0, Won.ZERO, Won.ZERO);
            case VERIFICATION -> nothing(transfer);
        };
    }

    /** Both of the same bank and day. */
    public Charge plus(Charge other) {
        return new Charge(
                bankCode,
                day,
                calls + other.calls,
                completedCalls + other.completedCalls,
                refusedCalls + other.refusedCalls,
                executions + other.executions,
                verifications + other.verifications,
                fees.plus(other.fees),
                completedFees.plus(other.completedFees));
    }

    private static Charge nothing(Transfer transfer) {
        return of(transfer, 0, 0, 0, 0, 0, Won.ZERO, Won.ZERO);
    }

    private static Charge of(
            Transfer transfer,
            int calls,
            int completedCalls,
            int refusedCalls,
            int executions,
            int verifications,
            Won fees,
            Won completedFees) {
        return new Charge(
                transfer.id().bankCode(),
                transfer.id().transactionDate(),
                calls,
                completedCalls,
                refusedCalls,
                executions,
                verifications,
                fees,
                completedFees);
    }
}
