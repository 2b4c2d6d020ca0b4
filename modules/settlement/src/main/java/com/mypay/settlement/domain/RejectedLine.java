package com.mypay.settlement.domain;

/**
 * A line of a file that no slip was made of.
 *
 * @param number of the line in the file, from 1
 * @param reason for people; longer ones are cut at 200 characters, and Oracle knows no empty text
 */
public record RejectedLine(long number, String reason) {

    private static final int LONGEST_REASON = 200;

    public RejectedLine {
        reason = reason.isBlank() ? "-" : reason;
        reason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }
}
