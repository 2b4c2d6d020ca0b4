package com.mypay.banking.domain;

import com.mypay.framework.value.Won;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has agreed with a bank.
 *
 * @param inForceFrom first business date
 * @param inForceTo last business date
 * @param feePerCall what one completed call costs
 * @param perTransferLimit the largest amount of one firmbanking
 * @param dailyLimit the largest sum of a business date
 * @param maintenance {@code null}: none
 * @param purposes what the contract is for; not empty
 * @param callsPerSecond how often at most the bank is called for orders by message, 1 to {@value #MAX_CALLS_PER_SECOND};
 *     {@code null}: as often as we like
 */
public record ContractTerms(
        String bankName,
        LocalDate inForceFrom,
        LocalDate inForceTo,
        Won feePerCall,
        Won perTransferLimit,
        Won dailyLimit,
        @Nullable MaintenanceWindow maintenance,
        Set<Purpose> purposes,
        @Nullable Integer callsPerSecond) {

    public static final int MAX_CALLS_PER_SECOND = 1_000;

    /** Without a pace. */
    public ContractTerms(
            String bankName,
            LocalDate inForceFrom,
            LocalDate inForceTo,
            Won feePerCall,
            Won perTransferLimit,
            Won dailyLimit,
            @Nullable MaintenanceWindow maintenance,
            Set<Purpose> purposes) {
        this(bankName, inForceFrom, inForceTo, feePerCall, perTransferLimit, dailyLimit, maintenance, purposes, null);
    }

    public ContractTerms {
        purposes = Set.copyOf(purposes);
        if (inForceTo.isBefore(inForceFrom)) {
            throw new IllegalArgumentException("a contract does not end before it begins");
        }
        if (feePerCall.isNegative()) {
            throw new IllegalArgumentException("a fee is not negative");
        }
        if (!perTransferLimit.isPositive() || dailyLimit.isLessThan(perTransferLimit)) {
            throw new IllegalArgumentException("limits are positive, the daily one is not below that of one transfer");
        }
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("a contract is for something");
        }
        if (callsPerSecond != null && (callsPerSecond < 1 || callsPerSecond > MAX_CALLS_PER_SECOND)) {
            throw new IllegalArgumentException("a bank is called 1 to " + MAX_CALLS_PER_SECOND + " times a second");
        }
    }
}
