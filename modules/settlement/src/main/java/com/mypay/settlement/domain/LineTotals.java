package com.mypay.settlement.domain;

import com.mypay.framework.value.Won;

/**
 * Lines added up.
 *
 * @param gross of the payments, positive
 * @param cancelled of the cancellations, positive
 * @param commission kept: of the payments less what is given back on cancellations
 * @param net gross − cancelled − commission
 */
public record LineTotals(long paymentSlips, long cancellationSlips, Won gross, Won cancelled, Won commission, Won net) {

    public static final LineTotals NONE = new LineTotals(0, 0, Won.ZERO, Won.ZERO, Won.ZERO, Won.ZERO);

    public LineTotals plus(SettlementLine line) {
        return switch (line.kind()) {
            case PAYMENT ->
                new LineTotals(
                        paymentSlips + 1,
                        cancellationSlips,
                        gross.plus(line.amount()),
                        cancelled,
                        commission.plus(line.commission()),
                        net.plus(line.net()));
            case CANCELLATION ->
                new LineTotals(
                        paymentSlips,
                        cancellationSlips + 1,
                        gross,
                        cancelled.plus(line.amount()),
                        commission.plus(line.commission()),
                        net.plus(line.net()));
        };
    }

    public LineTotals plus(LineTotals other) {
        return new LineTotals(
                paymentSlips + other.paymentSlips,
                cancellationSlips + other.cancellationSlips,
                gross.plus(other.gross),
                cancelled.plus(other.cancelled),
                commission.plus(other.commission),
                net.plus(other.net));
    }

    public long slips() {
        return paymentSlips + cancellationSlips;
    }

    /** What gross, cancelled and commission say more than the lines were worth: 0, or a rounding residue to book. */
    public Won rounding() {
        return gross.minus(cancelled).minus(commission).minus(net);
    }

    public FrozenSlips asFrozen() {
        return new FrozenSlips(paymentSlips, cancellationSlips, gross, cancelled);
    }
}
