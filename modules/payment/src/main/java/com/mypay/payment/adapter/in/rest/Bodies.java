package com.mypay.payment.adapter.in.rest;

import com.mypay.framework.value.MemberId;
import com.mypay.payment.application.FindCommission;
import com.mypay.payment.application.FindPayment;
import com.mypay.payment.domain.Cancellation;
import com.mypay.payment.domain.Commission;
import com.mypay.payment.domain.CommissionSchedule;
import com.mypay.payment.domain.CommissionTerms;
import com.mypay.payment.domain.Payment;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON bodies of payment's operations. Missing fields arrive as {@code null} or 0 and are refused by name. */
final class Bodies {

    static final long MAX_WON = 1_000_000_000;
    static final int MAX_ORDER_NAME = 100;
    static final int MAX_REASON = 200;
    static final int MAX_CAMPAIGN = 100;
    static final String ID = "[0-9a-f]{32}";

    private Bodies() {}

    @Schema(description = "A member pays a franchise with my money")
    public record PayMyMoney(
            @Schema(description = "Who pays", examples = "1001") @Positive long memberId,

            @Schema(description = "Who is paid", examples = "1002") @Positive long franchiseId,

            @Schema(description = "Whole won, 1 to 1,000,000,000", examples = "30000") @Min(1) @Max(MAX_WON) long amountWon,

            @Schema(description = "What for, as both sides will read it", examples = "후라이드 한 마리")
            @NotBlank @Size(max = MAX_ORDER_NAME) String orderName) {}

    @Schema(description = "A payment to be cancelled in full or in part")
    public record CancelPayment(
            @Schema(description = "Which payment") @NotNull @Pattern(regexp = ID) String paymentId,

            @Schema(description = "Whole won; missing: all that remains") @Min(1) @Max(MAX_WON) @Nullable Long amountWon,

            @Schema(description = "Why") @NotBlank @Size(max = MAX_REASON) String reason) {}

    @Schema(description = "Other commission terms: from a date on, or for the days of a campaign")
    public record ModifyCommission(
            @Schema(description = "Whose; missing: of all that have no terms of their own") @Positive @Nullable Long franchiseId,

            @Schema(description = "Hundredths of a percent", examples = "250") @NotNull @Min(0) @Max(10_000) Integer basisPoints,

            @Schema(description = "The first day in Seoul on which they hold, today or later") @NotNull LocalDate effectiveFrom,

            @Schema(
                    description =
                            "The last day of a campaign, after which the former terms hold again; missing: no end",
                    examples = "2026-03-31")
            @Nullable LocalDate effectiveUntil,

            @Schema(description = "What the campaign is called; only with effectiveUntil", examples = "봄맞이 행사")
            @Size(min = 1, max = MAX_CAMPAIGN) @Nullable String campaign) {}

    @Schema(description = "A commission change that a second person approves")
    public record ApproveCommission(
            @Schema(description = "As modify/commission answered") @NotNull @Pattern(regexp = ID) String commissionId) {}

    @Schema(name = "PaymentApproved", description = "A payment that is done")
    public record PaymentApproved(
            @Schema(description = "Names the payment") String paymentId,

            @Schema(description = "Names its slip (전표)") String slipId,

            @Schema(description = "APPROVED") String status,

            @Schema(description = "Paid, whole won", examples = "30000")
            long amountWon,

            @Schema(description = "What came from the linked account because the balance was short, whole won")
            long toppedUpWon,

            @Schema(description = "What the member has left, whole won")
            long balanceWon,

            @Schema(description = "UTC", examples = "2026-03-02T03:04:05.678Z")
            String approvedAt) {

        static PaymentApproved of(com.mypay.payment.application.PayMyMoney.Answer answer) {
            return new PaymentApproved(
                    answer.paymentId(),
                    answer.slipId(),
                    answer.status(),
                    answer.amountWon(),
                    answer.toppedUpWon(),
                    answer.balanceWon(),
                    answer.approvedAt());
        }
    }

    @Schema(name = "PaymentCancelled", description = "A cancellation that is done")
    public record PaymentCancelled(
            @Schema(description = "Names the cancellation") String cancellationId,

            @Schema(description = "Names its slip (전표)") String slipId,

            @Schema(description = "Given back, whole won") long cancelledWon,

            @Schema(description = "What remains of the payment, whole won")
            long remainingWon) {

        static PaymentCancelled of(com.mypay.payment.application.CancelPayment.Answer answer) {
            return new PaymentCancelled(
                    answer.cancellationId(), answer.slipId(), answer.cancelledWon(), answer.remainingWon());
        }
    }

    @Schema(name = "CommissionState", description = "A change of commission terms after a command")
    public record CommissionState(
            @Schema(description = "Names the change, for approve/commission")
            String commissionId,

            @Schema(description = "PROPOSED or APPROVED") String status) {

        static CommissionState of(com.mypay.payment.application.ModifyCommission.Answer answer) {
            return new CommissionState(answer.commissionId(), answer.status());
        }
    }

    @Schema(name = "Payment", description = "A payment")
    public record PaymentBody(
            @Schema(description = "Names the payment; also its slip")
            String paymentId,

            @Schema(description = "Who pays") long memberId,
            @Schema(description = "Who is paid") long franchiseId,
            @Schema(description = "Whole won") long amountWon,

            @Schema(description = "Given back so far, whole won")
            long cancelledWon,

            @Schema(description = "Paid and not given back, whole won")
            long remainingWon,

            @Schema(description = "What for") String orderName,

            @Schema(description = "REQUESTED, APPROVED, FAILED or IN_DOUBT (money is being asked)")
            String status,

            @Schema(description = "Why it failed: a problem code") @Nullable String failureCode,

            @Schema(description = "Commission terms of its moment, hundredths of a percent")
            int commissionBasisPoints,

            @Schema(description = "UTC") Instant requestedAt,

            @Schema(description = "When money had decided, UTC") @Nullable Instant decidedAt,

            @Schema(description = "The day in Seoul that its slip belongs to") @Nullable LocalDate businessDate,

            @Schema(description = "Of the business transaction that requested it")
            String guid,

            @Schema(description = "In the order of their requests; only when one payment is asked for") @Nullable List<CancellationBody> cancellations) {

        static PaymentBody of(FindPayment.Found found) {
            return of(
                    found.payment(),
                    found.cancellations().stream().map(CancellationBody::of).toList());
        }

        static PaymentBody of(Payment payment) {
            return of(payment, null);
        }

        private static PaymentBody of(Payment payment, @Nullable List<CancellationBody> cancellations) {
            Payment.Order order = payment.order();
            return new PaymentBody(
                    payment.id().value(),
                    order.member().value(),
                    order.franchise().value(),
                    order.amount().value(),
                    order.amount().minus(payment.remaining()).value(),
                    payment.remaining().value(),
                    order.name(),
                    payment.status().name(),
                    payment.failureCode().orElse(null),
                    payment.commission().value(),
                    payment.requested().requestedAt(),
                    payment.decidedAt().orElse(null),
                    payment.businessDate().orElse(null),
                    payment.requested().guid(),
                    cancellations);
        }
    }

    @Schema(name = "Cancellation", description = "A cancellation of a payment")
    public record CancellationBody(
            @Schema(description = "Names the cancellation; also its slip")
            String cancellationId,

            @Schema(description = "Whole won") long amountWon,
            @Schema(description = "Why") String reason,

            @Schema(description = "REQUESTED, APPROVED, FAILED or IN_DOUBT")
            String status) {

        static CancellationBody of(Cancellation cancellation) {
            return new CancellationBody(
                    cancellation.id().value(),
                    cancellation.amount().value(),
                    cancellation.requested().reason(),
                    cancellation.status().name());
        }
    }

    @Schema(name = "PaymentPage", description = "One page of payments")
    public record PaymentPage(
            @Schema(description = "The newest first") List<PaymentBody> items,

            @Schema(description = "Asks for the next page; missing on the last") @Nullable String nextCursor) {}

    @Schema(name = "Commission", description = "Commission terms")
    public record CommissionBody(
            @Schema(description = "Names the change") String commissionId,

            @Schema(description = "Whose; missing: of all that have no terms of their own") @Nullable Long franchiseId,

            @Schema(description = "Hundredths of a percent") int basisPoints,

            @Schema(description = "The first day in Seoul on which they hold")
            LocalDate effectiveFrom,

            @Schema(description = "The last day of a campaign; missing: no end") @Nullable LocalDate effectiveUntil,

            @Schema(description = "What the campaign is called; missing: it has no name, or is none") @Nullable String campaign,

            @Schema(description = "PROPOSED or APPROVED") String status,
            @Schema(description = "Who proposed them") String proposedBy,

            @Schema(description = "Who approved them") @Nullable String approvedBy) {

        static CommissionBody of(Commission commission) {
            CommissionTerms terms = commission.terms();
            return new CommissionBody(
                    commission.id(),
                    terms.franchise().map(MemberId::value).orElse(null),
                    terms.rate().value(),
                    terms.effectiveFrom(),
                    terms.effectiveUntil().orElse(null),
                    terms.campaign().orElse(null),
                    commission.status().name(),
                    commission.proposedBy(),
                    commission.approvedBy().orElse(null));
        }
    }

    @Schema(name = "CommissionOnDay", description = "The commission terms that hold for a franchise, and those to come")
    public record CommissionOnDay(
            @Schema(description = "The day in Seoul that was asked for")
            LocalDate date,

            @Schema(description = "What holds on it") CommissionBody inForce,

            @Schema(description = "What begins to hold, or holds again, on later days; the next first")
            List<ComingCommission> coming) {

        static CommissionOnDay of(FindCommission.OnDay found) {
            return new CommissionOnDay(
                    found.day(),
                    CommissionBody.of(found.inForce()),
                    found.coming().stream().map(ComingCommission::of).toList());
        }
    }

    @Schema(name = "ComingCommission", description = "Commission terms and the day from which on they hold")
    public record ComingCommission(
            @Schema(description = "In Seoul; after effectiveFrom where they come back when a campaign has ended")
            LocalDate date,

            @Schema(description = "What holds from then on") CommissionBody commission) {

        static ComingCommission of(CommissionSchedule.Change change) {
            return new ComingCommission(change.day(), CommissionBody.of(change.commission()));
        }
    }

    @Schema(name = "CommissionPage", description = "One page of commission changes")
    public record CommissionPage(
            @Schema(description = "The oldest first") List<CommissionBody> items,

            @Schema(description = "Asks for the next page; missing on the last") @Nullable String nextCursor) {}
}
