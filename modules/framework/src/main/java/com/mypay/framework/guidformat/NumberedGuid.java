package com.mypay.framework.guidformat;

import com.mypay.framework.context.Guid;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A GUID that says nothing but a number: a UUIDv8 (RFC 9562), whose 122 bits belong to whoever defines them. The first 4
 * say which format, so that an installation that changes its format has no GUID twice; 118 are the number.
 */
public final class NumberedGuid {

    /** What a number is smaller than. */
    public static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(118);

    private static final HexFormat HEX = HexFormat.of();
    private static final int FORMAT_SHIFT = 118;
    private static final int HIGH_SHIFT = 74;
    private static final int MIDDLE_SHIFT = 62;
    private static final long MIDDLE = 0xFFF;
    private static final long LOW = (1L << MIDDLE_SHIFT) - 1;
    private static final long VERSION = 0x8;
    private static final long VARIANT = 0b10L << MIDDLE_SHIFT;

    private NumberedGuid() {}

    /**
     * @param format 1 to 15, of that format alone
     * @param number from 0, less than {@link #LIMIT}
     */
    public static Guid of(int format, BigInteger number) {
        if (format < 1 || format > 15 || number.signum() < 0 || number.compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("a format is 1 to 15, its number has 118 bits");
        }
        BigInteger whole = BigInteger.valueOf(format).shiftLeft(FORMAT_SHIFT).or(number);
        long middle = whole.shiftRight(MIDDLE_SHIFT).longValue() & MIDDLE;
        long high = (whole.shiftRight(HIGH_SHIFT).longValue() << 16) | (VERSION << 12) | middle;
        return new Guid(HEX.toHexDigits(high) + HEX.toHexDigits(VARIANT | (whole.longValue() & LOW)));
    }

    /** The number; empty for a GUID of another origin. */
    public static Optional<BigInteger> numberOf(int format, Guid guid) {
        long high = HexFormat.fromHexDigitsToLong(guid.value(), 0, 16);
        long low = HexFormat.fromHexDigitsToLong(guid.value(), 16, 32);
        boolean numbered = ((high >>> 12) & 0xF) == VERSION && (low & ~LOW) == VARIANT && high >>> 60 == format;
        if (!numbered) {
            return Optional.empty();
        }
        BigInteger whole = BigInteger.valueOf(high >>> 16)
                .shiftLeft(12)
                .or(BigInteger.valueOf(high & MIDDLE))
                .shiftLeft(MIDDLE_SHIFT)
                .or(BigInteger.valueOf(low & LOW));
        return Optional.of(whole.clearBit(121).clearBit(120).clearBit(119).clearBit(118));
    }
}
