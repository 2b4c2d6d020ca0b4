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
 */
public record ContractTerms(
        String bankName,
        LocalDate inForceFrom,
        LocalDate inForceTo,
        Won feePerCall,
        Won perTransferLimit,
        Won dailyLimit,
        @Nullable MaintenanceWindow maintenance,
        Set<Purpose> purposes) {

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
    }
}
