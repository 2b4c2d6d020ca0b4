package com.mypay.remittance.adapter.in.rest;

import com.mypay.framework.value.Won;
import com.mypay.remittance.application.ModifyRemittanceFee;
import com.mypay.remittance.domain.PayeeKind;
import com.mypay.remittance.domain.RemittanceFee;
import com.mypay.remittance.domain.RemittanceFee.Terms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON bodies of the fee table. */
final class FeeBodies {

    private static final long MAX_FEE_WON = 1_000_000;

    private FeeBodies() {}

    @Schema(name = "RemittanceFeeToModify", description = "Another line of the fee table from a date on")
    public record RemittanceFeeToModify(
            @Schema(description = "MEMBER or ACCOUNT", examples = "ACCOUNT")
            @NotNull @Pattern(regexp = "MEMBER|ACCOUNT") String payeeKind,

            @Schema(description = "The smallest amount that it holds for, whole won", examples = "1")
            @Min(1) @Max(Bodies.MAX_WON) long amountFromWon,

            @Schema(description = "What the sender pays, whole won", examples = "500")
            @NotNull @Min(0) @Max(MAX_FEE_WON) Long feeWon,

            @Schema(description = "The first day in Seoul on which it holds, today or later") @NotNull LocalDate effectiveFrom) {

        Terms terms() {
            return new Terms(PayeeKind.valueOf(payeeKind), Won.won(amountFromWon), Won.won(feeWon), effectiveFrom);
        }
    }

    @Schema(name = "RemittanceFeeToApprove", description = "A fee that a second person approves")
    public record RemittanceFeeToApprove(
            @Schema(description = "As modify/remittance-fee answered") @NotNull @Pattern(regexp = Bodies.ID) String feeId) {}

    @Schema(name = "RemittanceFeeState", description = "A line of the fee table after a command")
    public record RemittanceFeeState(
            @Schema(description = "Names it, for approve/remittance-fee")
            String feeId,

            @Schema(description = "PROPOSED or APPROVED") String status) {

        static RemittanceFeeState of(ModifyRemittanceFee.Answer answer) {
            return new RemittanceFeeState(answer.feeId(), answer.status());
        }
    }

    @Schema(name = "RemittanceFee", description = "A line of the fee table (송금 수수료)")
    public record RemittanceFeeBody(
            @Schema(description = "Names it") String feeId,
            @Schema(description = "MEMBER or ACCOUNT") String payeeKind,

            @Schema(
                    description =
                            "The smallest amount that it holds for, whole won; a line with a larger one comes first")
            long amountFromWon,

            @Schema(description = "What the sender pays, whole won")
            long feeWon,

            @Schema(description = "The first day in Seoul on which it holds")
            LocalDate effectiveFrom,

            @Schema(description = "Who proposed it; for staff only") @Nullable String proposedBy,

            @Schema(description = "Who approved it; for staff only") @Nullable String approvedBy) {

        static RemittanceFeeBody of(RemittanceFee fee, boolean forStaff) {
            Terms terms = fee.terms();
            return new RemittanceFeeBody(
                    fee.id(),
                    terms.payeeKind().name(),
                    terms.amountFrom().value(),
                    terms.fee().value(),
                    terms.effectiveFrom(),
                    forStaff ? fee.proposedBy() : null,
                    forStaff ? fee.approvedBy().orElse(null) : null);
        }
    }

    @Schema(name = "RemittanceFees", description = "The fee table")
    public record RemittanceFeesBody(
            @Schema(description = "By kind of payee and amount")
            List<RemittanceFeeBody> fees) {}
}
