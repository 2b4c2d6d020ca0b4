package com.mypay.cli.slips;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of a slips file that is a slip: a payment, or the cancellation of an earlier payment.
 *
 * @param number of the line in the file, from 1
 * @param id of the slip: its invoice and which line of it this is, such as {@code 536365-1}
 * @param isCancellation what it is
 * @param franchise the product, in upper case
 * @param member the customer
 * @param district the customer's country
 * @param at when it was approved (Seoul)
 * @param amountWon at least 1
 */
public record SlipLine(
        int number,
        String id,
        boolean isCancellation,
        String franchise,
        String member,
        String district,
        LocalDateTime at,
        long amountWon) {

    private static final int COLUMNS = 7;
    private static final Pattern INVOICE = Pattern.compile("[CA]?[0-9]{6}");
    private static final Pattern CUSTOMER = Pattern.compile("[0-9]{5}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final BigDecimal WON_PER_POUND = BigDecimal.valueOf(1_750);

    /** A line that can't be read: why is for people. */
    public static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;

        MalformedException(String why) {
            super(why);
        }
    }

    /**
     * Reads one line.
     *
     * @return empty for a line that is none of MyPay's slips: without a customer, or of less than 1 won
     */
    static Optional<SlipLine> parse(int number, String id, String line) throws MalformedException {
        String[] columns = line.split(",", -1);
        if (columns.length != COLUMNS) {
            throw new MalformedException(columns.length + " columns instead of " + COLUMNS);
        }
        String invoice = matching(INVOICE, columns[0], "InvoiceNo");
        String franchise = notBlank(columns[1], "StockCode").toUpperCase(Locale.ROOT);
        LocalDateTime at = time(columns[3]);
        long amountWon = amountWon(integer(columns[2]), decimal(columns[4]));
        if (columns[5].isEmpty()) {
            return Optional.empty();
        }
        String member = matching(CUSTOMER, columns[5], "CustomerID");
        String district = notBlank(columns[6], "Country");
        if (amountWon < 1) {
            return Optional.empty();
        }
        return Optional.of(
                new SlipLine(number, id, invoice.startsWith("C"), franchise, member, district, at, amountWon));
    }

    /** The business date. */
    public LocalDate day() {
        return at.toLocalDate();
    }

    /** |units| x pounds x 1,750, rounded half up; nothing for what costs nothing. */
    private static long amountWon(BigDecimal quantity, BigDecimal unitPrice) throws MalformedException {
        if (unitPrice.signum() <= 0) {
            return 0;
        }
        BigDecimal won =
                quantity.abs().multiply(unitPrice).multiply(WON_PER_POUND).setScale(0, RoundingMode.HALF_UP);
        try {
            return won.longValueExact();
        } catch (ArithmeticException e) {
            throw new MalformedException("an amount of " + won + " won");
        }
    }

    private static String matching(Pattern pattern, String text, String column) throws MalformedException {
        if (!pattern.matcher(text).matches()) {
            throw new MalformedException(column + " '" + text + "'");
        }
        return text;
    }

    private static String notBlank(String text, String column) throws MalformedException {
        if (text.isBlank()) {
            throw new MalformedException(column + " is empty");
        }
        return text.strip();
    }

    private static BigDecimal integer(String text) throws MalformedException {
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new MalformedException("Quantity '" + text + "'");
        }
        return new BigDecimal(text);
    }

    private static BigDecimal decimal(String text) throws MalformedException {
        if (!text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            throw new MalformedException("UnitPrice '" + text + "'");
        }
        return new BigDecimal(text);
    }

    private static LocalDateTime time(String text) throws MalformedException {
        try {
            return LocalDateTime.parse(text, TIME);
        } catch (DateTimeException e) {
            throw new MalformedException("InvoiceDate '" + text + "'");
        }
    }
}
