package com.mypay.framework.value;

/**
 * A rate in hundredths of a percent: 250 is 2.5 %.
 *
 * @param value 0 to 10,000
 */
public record BasisPoints(int value) {

    public static final int ONE_WHOLE = 10_000;

    public BasisPoints {
        if (value < 0 || value > ONE_WHOLE) {
            throw new IllegalArgumentException("a rate is 0 to 10,000 basis points, not " + value);
        }
    }

    public static BasisPoints basisPoints(int value) {
        return new BasisPoints(value);
    }
}
