package com.mypay.cli.slips;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything that a slips file says.
 *
 * @param tag names the file's content: 8 hex digits
 * @param payments in the file's order
 * @param cancellations in the file's order, each with the payment it cancels in full or in part
 * @param skipped lines that are no slips of MyPay: without a customer, or of less than 1 won
 * @param unmatched cancellations without a payment that they could cancel
 * @param malformed lines that can't be read
 * @param lines of the whole file, its header included
 */
public record SlipBook(
        String tag,
        List<SlipLine> payments,
        List<Cancellation> cancellations,
        int skipped,
        int unmatched,
        List<Malformed> malformed,
        int lines) {

    /** @param payment what it cancels: the latest of the same member and franchise of which enough remained */
    public record Cancellation(SlipLine slip, SlipLine payment) {}

    /** @param number of the line, from 1 */
    public record Malformed(int number, String reason) {}

    /**
     * A franchise's commission in this file, in basis points. Example: {@code 85123A} has 100 + 10 x (324 modulo 20) =
     * 140.
     */
    public static int commissionBasisPoints(String franchise) {
        return 100 + 10 * (franchise.codePoints().sum() % 20);
    }

    /** Whether anything happened on a day. */
    public boolean has(LocalDate day) {
        return payments.stream().anyMatch(slip -> slip.day().equals(day))
                || cancellations.stream().anyMatch(each -> each.slip().day().equals(day));
    }

    /** The first day of the file. */
    public LocalDate firstDay() {
        return payments.stream().map(SlipLine::day).min(LocalDate::compareTo).orElseThrow();
    }

    /** The last day of the file. */
    public LocalDate lastDay() {
        return payments.stream().map(SlipLine::day).max(LocalDate::compareTo).orElseThrow();
    }
}
