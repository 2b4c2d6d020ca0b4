package com.mypay.banking.domain;

/**
 * How two persons of staff want a firmbanking to end that the bank doesn't tell about.
 *
 * @param decision {@code COMPLETED} or {@code REFUSED}
 * @param resolvedBy who has proposed it: {@code staff/kim}
 * @param approvedBy who has approved it: somebody else
 * @param reason how they know; at most {@value #MAX_REASON_LENGTH} characters
 */
public record Resolution(FirmbankingStatus decision, String resolvedBy, String approvedBy, String reason) {

    public static final int MAX_REASON_LENGTH = 200;

    public Resolution {
        if (decision != FirmbankingStatus.COMPLETED && decision != FirmbankingStatus.REFUSED) {
            throw new IllegalArgumentException("a resolution is COMPLETED or REFUSED, not " + decision);
        }
        if (resolvedBy.equals(approvedBy)) {
            throw new IllegalArgumentException("a resolution takes two persons");
        }
        if (reason.isBlank() || reason.length() > MAX_REASON_LENGTH) {
            throw new IllegalArgumentException("a reason has 1 to 200 characters");
        }
    }
}
