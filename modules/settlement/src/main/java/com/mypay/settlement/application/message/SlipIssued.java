package com.mypay.settlement.application.message;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.PaymentId;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipId;
import com.mypay.settlement.domain.SlipKind;
import java.time.Instant;
import java.time.LocalDate;

/** {@code slip-issued.v1} of payment. */
public record SlipIssued(
        String slipId,
        SlipKind kind,
        String paymentId,
        long franchiseId,
        long memberId,
        long amountWon,
        long remainingBeforeWon,
        int commissionBasisPoints,
        Instant approvedAt,
        LocalDate businessDate) {

    public static final String TYPE = "slip-issued.v1";

    public Slip toSlip() {
        return new Slip(
                new SlipId(slipId),
                kind,
                new PaymentId(paymentId),
                new MemberId(franchiseId),
                new MemberId(memberId),
                Won.won(amountWon),
                Won.won(remainingBeforeWon),
                BasisPoints.basisPoints(commissionBasisPoints),
                approvedAt,
                businessDate);
    }
}
