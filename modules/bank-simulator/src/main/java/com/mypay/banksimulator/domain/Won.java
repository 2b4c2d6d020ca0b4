package com.mypay.banksimulator.domain;

/** An amount in whole won. */
public record Won(long value) {
    public static final Won ZERO = new Won(0);

    public static Won won(long value) {
        return new Won(value);
    }

    public Won plus(Won other) {
        return new Won(Math.addExact(value, other.value));
    }

    public Won minus(Won other) {
        return new Won(Math.subtractExact(value, other.value));
    }

    public boolean isLessThan(Won other) {
        return value < other.value;
    }
}
