package com.mypay.remittance.adapter.in.rest;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.remittance.application.CancelRemittance;
import com.mypay.remittance.application.ConfirmPayee;
import com.mypay.remittance.application.FailureReason;
import com.mypay.remittance.application.FindRemittances;
import com.mypay.remittance.application.RequestRemittance;
import com.mypay.remittance.application.port.Banking.TransferableBank;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.Remittance.Accepted;
import com.mypay.remittance.domain.Remittance.Progress;
import com.mypay.remittance.domain.RemittanceMove;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON bodies of remittances. Missing fields arrive as {@code null} or 0 and are refused by name. */
final class Bodies {

    static final long MAX_WON = 1_000_000_000;
    static final int MAX_MEMO = 50;
    static final String ID = "[0-9a-f]{32}";
    static final String BANK_CODE = "[0-9]{3}";
    static final String ACCOUNT_NUMBER = "(?=(?:-*[0-9]){6,20}-*$)[0-9-]{6,30}";

    private Bodies() {}

    @Schema(name = "PayeeToConfirm", description = "Whom a member wants to send money to: a member or an account")
    public record PayeeToConfirm(
            @Schema(description = "Who sends", examples = "1001") @Positive long memberId,

            @Schema(description = "The payee, if it is a member", examples = "1002") @Positive @Nullable Long payeeMemberId,

            @Schema(description = "The payee's bank, three digits, if it is an account", examples = "088")
            @Pattern(regexp = BANK_CODE) @Nullable String bankCode,

            @Schema(description = "The payee's account, 6 to 20 digits, hyphens allowed", examples = "110-123-456789")
            @Pattern(regexp = ACCOUNT_NUMBER) @Nullable String accountNumber) {

        ConfirmPayee.Whom whom() {
            return new ConfirmPayee.Whom(
                    payeeMemberId == null ? null : new MemberId(payeeMemberId), bankCode, accountNumber);
        }
    }

    @Schema(name = "PayeeConfirmed", description = "Whom the money would go to")
    public record PayeeConfirmed(
            @Schema(description = "For request/remittance: good once, for ten minutes")
            String confirmationToken,

            @Schema(description = "MEMBER or ACCOUNT") String payeeKind,

            @Schema(description = "The member's or the account holder's name")
            String payeeName,

            @Schema(description = "Of an account") @Nullable String bankCode,
            @Schema(description = "Of an account") @Nullable String bankName,

            @Schema(description = "Of an account, for people") @Nullable String maskedNumber,

            @Schema(description = "The sender's verification level, which its limits depend on: BASIC or VERIFIED")
            String level,

            @Schema(description = "UTC") String expiresAt) {

        static PayeeConfirmed of(ConfirmPayee.Answer answer) {
            return new PayeeConfirmed(
                    answer.confirmationToken(),
                    answer.payeeKind(),
                    answer.payeeName(),
                    answer.bankCode(),
                    answer.bankName(),
                    answer.maskedNumber(),
                    answer.level(),
                    answer.expiresAt());
        }
    }

    @Schema(name = "RemittanceToRequest", description = "Money to a payee that was confirmed")
    public record RemittanceToRequest(
            @Schema(description = "Who sends", examples = "1001") @Positive long memberId,

            @Schema(description = "As confirm/payee answered: it says who the payee is") @NotNull @Pattern(regexp = ID) String confirmationToken,

            @Schema(description = "What the payee gets, whole won; the fee comes on top", examples = "30000")
            @Min(1) @Max(MAX_WON) long amountWon,

            @Schema(description = "A note; the holder of a payee's bank account reads it too", examples = "저녁값")
            @Size(max = MAX_MEMO) @Nullable String memo) {

        Won amount() {
            return Won.won(amountWon);
        }
    }

    @Schema(name = "RemittanceAccepted", description = "A remittance on its way")
    public record RemittanceAccepted(
            @Schema(description = "Names the remittance") String remittanceId,

            @Schema(description = "PREPARING; REQUESTED while an earlier one of the sender comes first")
            String status,

            @Schema(description = "What the payee gets, whole won", examples = "30000")
            long amountWon,

            @Schema(description = "What the sender pays on top, whole won", examples = "500")
            long feeWon,

            @Schema(description = "UTC", examples = "2026-03-02T03:04:05.678Z")
            String requestedAt) {

        static RemittanceAccepted of(RequestRemittance.Answer answer) {
            return new RemittanceAccepted(
                    answer.remittanceId(), answer.status(), answer.amountWon(), answer.feeWon(), answer.requestedAt());
        }
    }

    @Schema(name = "RemittanceToCancel", description = "A remittance that is not to be sent after all")
    public record RemittanceToCancel(
            @Schema(description = "Which remittance") @NotNull @Pattern(regexp = ID) String remittanceId) {}

    @Schema(name = "RemittanceCancelled", description = "A remittance after its cancellation")
    public record RemittanceCancelled(
            @Schema(description = "Names the remittance") String remittanceId,

            @Schema(description = "CANCELLED, or what it still is")
            String status,

            @Schema(description = "It is cancelled as soon as money has answered")
            boolean cancelNoted) {

        static RemittanceCancelled of(CancelRemittance.Answer answer) {
            return new RemittanceCancelled(answer.remittanceId(), answer.status(), answer.cancelNoted());
        }
    }

    @Schema(name = "Payee", description = "Who gets the money (받는 이)")
    public record PayeeBody(
            @Schema(description = "MEMBER or ACCOUNT") String kind,
            @Schema(description = "Of a member") @Nullable Long memberId,

            @Schema(description = "The member's or the account holder's name")
            String name,

            @Schema(description = "Of an account") @Nullable String bankCode,
            @Schema(description = "Of an account") @Nullable String bankName,

            @Schema(description = "Of an account, for people") @Nullable String maskedNumber) {

        static PayeeBody of(Payee payee) {
            Payee.Account account = payee.account();
            MemberId member = payee.memberId();
            return new PayeeBody(
                    payee.kind().name(),
                    member == null ? null : member.value(),
                    payee.name(),
                    account == null ? null : account.bankCode(),
                    account == null ? null : account.bankName(),
                    account == null ? null : account.maskedNumber());
        }
    }

    @Schema(name = "FailureReason", description = "Why a remittance failed")
    public record ReasonBody(
            @Schema(description = "The stable code", examples = "NO_LINKED_ACCOUNT")
            String code,

            @Schema(description = "For people") String korean,
            @Schema(description = "For people") String english) {

        static ReasonBody of(String code) {
            FailureReason reason = FailureReason.of(code);
            return new ReasonBody(code, reason.korean(), reason.english());
        }
    }

    @Schema(name = "RemittanceStep", description = "One step of a remittance")
    public record StepBody(
            @Schema(description = "What it became") String status,

            @Schema(
                    description = "What it waits for since: TRANSFER, HOLD, TOP_UP, FIRMBANKING, CAPTURE or RELEASE;"
                            + " missing: nothing")
            @Nullable String step,

            @Schema(description = "Why, where there is a reason: a code") @Nullable String reasonCode,

            @Schema(description = "UTC") Instant at) {

        static StepBody of(RemittanceMove move) {
            return new StepBody(
                    move.status().name(),
                    move.step() == null ? null : move.step().name(),
                    move.reasonCode(),
                    move.at());
        }
    }

    @Schema(name = "Remittance", description = "A remittance")
    public record RemittanceBody(
            @Schema(description = "Names the remittance") String remittanceId,
            @Schema(description = "Who sends") long memberId,
            @Schema(description = "Who gets the money") PayeeBody payee,

            @Schema(description = "What the payee gets, whole won")
            long amountWon,

            @Schema(description = "What the sender pays on top, whole won")
            long feeWon,

            @Schema(description = "A note; the holder of a payee's bank account reads it too")
            String memo,

            @Schema(
                    description =
                            "REQUESTED, PREPARING, HELD, SENT, IN_DOUBT (the bank is being asked), SUCCEEDED, FAILED,"
                                    + " CANCELLED")
            String status,

            @Schema(description = "What it waits for; missing: nothing") @Nullable String step,

            @Schema(description = "What was topped up for it, whole won")
            long toppedUpWon,

            @Schema(description = "It is cancelled as soon as money has answered")
            boolean cancelNoted,

            @Schema(description = "Why it failed; missing if it has not") @Nullable ReasonBody reason,

            @Schema(description = "Of the standing remittance that it comes from") @Nullable String standingRemittanceId,

            @Schema(description = "The day in Seoul whose limits it uses")
            LocalDate businessDate,

            @Schema(description = "UTC") Instant requestedAt,

            @Schema(description = "UTC; missing while it is open") @Nullable Instant endedAt,

            @Schema(description = "Of the business transaction that requested it")
            String guid,

            @Schema(description = "In order; only when one remittance is asked for") @Nullable List<StepBody> steps) {

        static RemittanceBody of(FindRemittances.Found found) {
            return of(
                    found.remittance(), found.moves().stream().map(StepBody::of).toList());
        }

        static RemittanceBody of(Remittance remittance) {
            return of(remittance, null);
        }

        private static RemittanceBody of(Remittance remittance, @Nullable List<StepBody> steps) {
            Accepted accepted = remittance.accepted();
            Remittance.Order order = accepted.order();
            Progress progress = remittance.progress();
            String reason = progress.reasonCode();
            return new RemittanceBody(
                    accepted.id().value(),
                    order.sender().value(),
                    PayeeBody.of(order.payee()),
                    order.amount().value(),
                    order.fee().value(),
                    order.memo(),
                    progress.status().name(),
                    progress.step() == null ? null : progress.step().name(),
                    progress.toppedUp().value(),
                    progress.cancelNoted(),
                    reason == null ? null : ReasonBody.of(reason),
                    accepted.standingId(),
                    accepted.businessDate(),
                    accepted.requestedAt(),
                    progress.endedAt(),
                    accepted.guid(),
                    steps);
        }
    }

    @Schema(name = "RemittancePage", description = "One page of remittances")
    public record RemittancePage(
            @Schema(description = "The newest first") List<RemittanceBody> items,

            @Schema(description = "Asks for the next page; missing on the last") @Nullable String nextCursor) {}

    @Schema(name = "RemittanceBank", description = "A bank that money can be sent to")
    public record BankBody(
            @Schema(description = "Three digits", examples = "088")
            String bankCode,

            @Schema(description = "Its name") String bankName,

            @Schema(description = "Usable today, but not at this moment")
            boolean inMaintenance,

            @Schema(description = "The most in one remittance, whole won")
            long perTransferLimitWon) {

        static BankBody of(TransferableBank bank) {
            return new BankBody(
                    bank.bankCode(),
                    bank.bankName(),
                    bank.isInMaintenance(),
                    bank.perTransferLimit().value());
        }
    }

    @Schema(name = "RemittanceBanks", description = "The banks that money can be sent to")
    public record BanksBody(
            @Schema(description = "By bank code") List<BankBody> banks) {}
}
