package com.mypay.batchjobs.slips;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.settlement.application.ImportSlips.Line;
import com.mypay.settlement.domain.PaymentId;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipId;
import com.mypay.settlement.domain.SlipKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the lines of a slips file:
 *
 * <pre>536379-2,PAYMENT,536379-2,2001,17850,12900,12900,140,2010-12-01 09:41:00</pre>
 *
 * A line that begins with {@code #} is a remark. One that begins with {@code !} is one that the sender could make no slip
 * of; what follows says why.
 */
final class SlipLines {

    private static final int COLUMNS = 9;
    private static final char REMARK = '#';
    private static final char REJECTED = '!';
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** A million of such slips still have a sum that the database holds. */
    private static final long LARGEST_AMOUNT_WON = 999_999_999_999L;

    /** No slip is older; from the oldest one on the schedule looks for dates to settle. */
    private static final LocalDate FIRST_DATE = LocalDate.of(2000, 1, 1);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private SlipLines() {}

    /**
     * @param number of the line in the file, from 1
     * @return empty for a remark
     */
    static Optional<Line> read(long number, String text) {
        if (!text.isEmpty() && text.charAt(0) == REMARK) {
            return Optional.empty();
        }
        if (!text.isEmpty() && text.charAt(0) == REJECTED) {
            return Optional.of(Line.unreadable(number, text.substring(1)));
        }
        try {
            return Optional.of(Line.of(number, slip(text)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.of(Line.unreadable(number, String.valueOf(e.getMessage())));
        }
    }

    private static Slip slip(String text) {
        String[] columns = text.split(",", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException(columns.length + " columns instead of " + COLUMNS);
        }
        LocalDateTime approvedAt = time(columns[8]);
        return new Slip(
                new SlipId(columns[0]),
                kind(columns[1]),
                new PaymentId(columns[2]),
                new MemberId(number(columns[3], "franchiseId")),
                new MemberId(number(columns[4], "memberId")),
                amount(columns[5], "amountWon"),
                amount(columns[6], "remainingBeforeWon"),
                commission(columns[7]),
                approvedAt.atZone(BusinessClock.SEOUL).toInstant(),
                approvedAt.toLocalDate());
    }

    private static SlipKind kind(String text) {
        return switch (text) {
            case "PAYMENT" -> SlipKind.PAYMENT;
            case "CANCELLATION" -> SlipKind.CANCELLATION;
            default -> throw new IllegalArgumentException("kind '" + text + "'");
        };
    }

    private static long number(String text, String column) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(column + " '" + text + "'");
        }
        return Long.parseLong(text);
    }

    private static Won amount(String text, String column) {
        long won = number(text, column);
        if (won > LARGEST_AMOUNT_WON) {
            throw new IllegalArgumentException(column + " '" + text + "' is more than " + LARGEST_AMOUNT_WON);
        }
        return Won.won(won);
    }

    private static BasisPoints commission(String text) {
        return BasisPoints.basisPoints((int) Math.min(Integer.MAX_VALUE, number(text, "commissionBasisPoints")));
    }

    private static LocalDateTime time(String text) {
        LocalDateTime time;
        try {
            time = LocalDateTime.parse(text, TIME);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("approvedAt '" + text + "'", e);
        }
        if (time.toLocalDate().isBefore(FIRST_DATE)) {
            throw new IllegalArgumentException("approvedAt '" + text + "' is before " + FIRST_DATE);
        }
        return time;
    }
}
