package com.mypay.remittance.application.port;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.VerificationLevel;
import java.util.List;

/**
 * What banking is asked and somebody waits for. Money is moved by messages only.
 *
 * <p>All methods throw {@link com.mypay.framework.problem.UnavailableException} if it doesn't answer: they ask, nothing
 * has happened.
 */
public interface Banking {

    /**
     * Whose account it is, as its bank says. Banking keeps the number and gives it a name of its own.
     *
     * @throws com.mypay.framework.problem.RejectedException {@code PAYEE_NOT_FOUND}, {@code PAYEE_NOT_ACTIVE} or
     *     {@code BANK_NOT_TRANSFERABLE}
     */
    Payee confirmPayee(String bankCode, String accountNumber);

    /** {@code VERIFIED} if it has a linked account that is verified. */
    VerificationLevel levelOf(MemberId member);

    /** Where remittances can go today, by bank code. */
    List<TransferableBank> transferableBanks();

    /**
     * @param bankCode three digits
     * @param isInMaintenance usable today, but not at this moment
     * @param perTransferLimit the most in one remittance
     */
    record TransferableBank(String bankCode, String bankName, boolean isInMaintenance, Won perTransferLimit) {}
}
