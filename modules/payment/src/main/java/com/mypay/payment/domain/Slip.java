package com.mypay.payment.domain;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A slip (전표): the record of one approved payment or one cancellation, with the commission terms that held at the
 * payment. Written once, never changed; settlement works on its own copy.
 *
 * @param id the payment's or the cancellation's
 * @param amount positive, also of a cancellation
 * @param remainingBefore of the payment, before this slip; of a payment its amount
 * @param approvedAt to the microsecond
 * @param businessDate the day in Seoul
 */
public record Slip(
        String id,
        SlipKind kind,
        PaymentId paymentId,
        MemberId franchiseId,
        MemberId memberId,
        Won amount,
        Won remainingBefore,
        BasisPoints commission,
        Instant approvedAt,
        LocalDate businessDate,
        String guid) {

    public Slip {
        approvedAt = approvedAt.truncatedTo(ChronoUnit.MICROS);
    }

    public static Slip ofPayment(Payment payment, String guid) {
        return new Slip(
                payment.id().value(),
                SlipKind.PAYMENT,
                payment.id(),
                payment.order().franchise(),
                payment.order().member(),
                payment.amount(),
                payment.amount(),
                payment.commission(),
                payment.decidedAt().orElseThrow(),
                payment.businessDate().orElseThrow(),
                guid);
    }

    /**
     * @param remainingBefore of the payment, before this cancellation
     * @param businessDate of the cancellation, which may be weeks after the payment's
     */
    public static Slip ofCancellation(
            Cancellation cancellation,
            Payment payment,
            Won remainingBefore,
            Instant approvedAt,
            LocalDate businessDate,
            String guid) {
        return new Slip(
                cancellation.id().value(),
                SlipKind.CANCELLATION,
                payment.id(),
                payment.order().franchise(),
                payment.order().member(),
                cancellation.amount(),
                remainingBefore,
                payment.commission(),
                approvedAt,
                businessDate,
                guid);
    }
}
