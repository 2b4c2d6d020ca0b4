package com.mypay.framework.value;

/**
 * An amount of money in whole won (원). May be negative: a difference, a carry-over. Arithmetic that leaves
 * the range of ±{@value #MAX_VALUE} won is a bug and throws {@link ArithmeticException}.
 *
 * @param value whole won
 */
public record Won(long value) implements Comparable<Won> {

    /** The largest amount anywhere in the system: a quadrillion won, far above all money in the country. */
    public static final long MAX_VALUE = 1_000_000_000_000_000L;

    public static final Won ZERO = new Won(0);

    public Won {
        if (value > MAX_VALUE || value < -MAX_VALUE) {
            throw new ArithmeticException("amount out of range: " + value + " won");
        }
    }

    public static Won won(long value) {
        return value == 0 ? ZERO : new Won(value);
    }

    public Won plus(Won other) {
        return won(Math.addExact(value, other.value));
    }

    public Won minus(Won other) {
        return won(Math.subtractExact(value, other.value));
    }

    public Won negated() {
        return won(-value);
    }

    public Won max(Won other) {
        return value >= other.value ? this : other;
    }

    public Won min(Won other) {
        return value <= other.value ? this : other;
    }

    /**
     * The commission on this amount: {@code won(30_000).feeOf(basisPoints(250))} is {@code won(750)}. Rounded down
     * (toward minus infinity), so that a fee is never larger than agreed.
     */
    public Won feeOf(BasisPoints rate) {
        return won(Math.floorDiv(Math.multiplyExact(value, (long) rate.value()), BasisPoints.ONE_WHOLE));
    }

    /** The smallest multiple of {@code unit} that is not smaller: 12,300 to a unit of 10,000 is 20,000. */
    public Won roundedUpTo(Won unit) {
        if (unit.value <= 0 || value < 0) {
            throw new ArithmeticException("rounding " + value + " up to a unit of " + unit.value);
        }
        return won(Math.multiplyExact(-Math.floorDiv(-value, unit.value), unit.value));
    }

    public boolean isPositive() {
        return value > 0;
    }

    public boolean isNegative() {
        return value < 0;
    }

    public boolean isZero() {
        return value == 0;
    }

    public boolean isLessThan(Won other) {
        return value < other.value;
    }

    public boolean isMoreThan(Won other) {
        return value > other.value;
    }

    @Override
    public int compareTo(Won other) {
        return Long.compare(value, other.value);
    }

    /** For messages to people: {@code 12,300 won}. */
    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "%,d won", value);
    }
}
