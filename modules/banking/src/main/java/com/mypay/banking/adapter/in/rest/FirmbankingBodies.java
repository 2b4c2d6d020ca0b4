package com.mypay.banking.adapter.in.rest;

import com.mypay.banking.application.BankingProblem;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingStep;
import com.mypay.banking.domain.Party;
import com.mypay.banking.domain.PartyKind;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON of firmbankings. */
public final class FirmbankingBodies {

    static final String PURPOSE = "CHARGE|TOP_UP|PAYOUT|REMITTANCE";

    /** The largest amount that a bank takes in one call. */
    static final long MAX_AMOUNT_WON = 10_000_000_000L;

    private FirmbankingBodies() {}

    @Schema(name = "RequestFirmbanking", description = "What to move between whom")
    public record RequestBody(
            @Schema(description = "Who pays") @NotNull @Valid PartyBody from,

            @Schema(description = "Who is paid") @NotNull @Valid PartyBody to,

            @Schema(description = "Whole won", examples = "20000") @NotNull @Positive @Max(MAX_AMOUNT_WON) Long amountWon,

            @Schema(description = "CHARGE, TOP_UP, PAYOUT or REMITTANCE", examples = "TOP_UP")
            @NotNull @Pattern(regexp = PURPOSE) String purpose,

            @Schema(description = "What both account statements show") @Nullable @Size(max = 100) String memo) {}

    @Schema(name = "Party", description = "One side of a firmbanking")
    public record PartyBody(
            @Schema(
                    description =
                            "MEMBER: the verified account of memberId; CORPORATE: the primary corporate account; ACCOUNT: any")
            @NotNull @Pattern(regexp = "MEMBER|CORPORATE|ACCOUNT") String kind,

            @Schema(description = "Only of MEMBER") @Nullable @Positive Long memberId,

            @Schema(description = "Only of ACCOUNT") @Nullable @Pattern(regexp = BankAccountsResource.BANK_CODE) String bankCode,

            @Schema(description = "Only of ACCOUNT, 6 to 20 digits, hyphens allowed")
            @Nullable @Pattern(regexp = BankAccountsResource.ACCOUNT_NUMBER) String accountNumber) {

        Party party() {
            boolean noAccount = bankCode == null && accountNumber == null;
            PartyKind named = PartyKind.valueOf(kind);
            if (named == PartyKind.MEMBER && memberId != null && noAccount) {
                return Party.member(new MemberId(memberId));
            }
            if (named == PartyKind.CORPORATE && memberId == null && noAccount) {
                return Party.corporate();
            }
            if (named == PartyKind.ACCOUNT && memberId == null && bankCode != null && accountNumber != null) {
                return Party.account(BankAccountNumber.account(bankCode, accountNumber));
            }
            throw new RejectedException(BankingProblem.PARTY_INVALID, "kind " + kind);
        }
    }

    @Schema(name = "FirmbankingOutcome", description = "What became of it")
    public record OutcomeBody(
            @Schema(description = "Names the firmbanking; the bank knows it as the transaction id")
            String firmbankingId,

            @Schema(description = "COMPLETED, REFUSED by the bank, or UNKNOWN: the bank is being asked")
            String status,

            @Schema(description = "Why it is REFUSED or UNKNOWN", examples = "INSUFFICIENT_FUNDS") @Nullable String reasonCode,

            @Schema(description = "Whole won") long amountWon,

            @Schema(description = "When the bank moved the money, ISO-8601 UTC") @Nullable String completedAt) {

        static OutcomeBody of(Firmbanking firmbanking) {
            return new OutcomeBody(
                    firmbanking.id(),
                    firmbanking.status().name(),
                    firmbanking.reasonCode(),
                    firmbanking.amount().value(),
                    text(firmbanking.completedAt()));
        }
    }

    @Schema(name = "FirmbankingSide", description = "One side with its account; the number is masked")
    public record SideBody(
            @Schema(description = "MEMBER, CORPORATE, ACCOUNT or PAYEE")
            String kind,

            @Schema(description = "Only of MEMBER") @Nullable Long memberId,

            @Schema(description = "Missing if it was refused on arrival") @Nullable String bankCode,

            @Schema(description = "The last four digits; missing if it was refused on arrival") @Nullable String accountNumberMasked) {}

    @Schema(name = "Firmbanking", description = "One instruction to one bank")
    public record FirmbankingBody(
            @Schema(description = "Names it; the bank knows it as the transaction id")
            String firmbankingId,

            @Schema(description = "Who has requested it: money, settlement, remittance, staff/kim")
            String requester,

            @Schema(description = "The requester's id of it")
            String requestId,

            @Schema(description = "CHARGE, TOP_UP, PAYOUT or REMITTANCE")
            String purpose,

            @Schema(description = "Who pays") SideBody from,
            @Schema(description = "Who is paid") SideBody to,
            @Schema(description = "Whole won") long amountWon,

            @Schema(description = "What both account statements show")
            String memo,

            @Schema(description = "WAITING for its bank, REQUESTED, SENT, COMPLETED, REFUSED or UNKNOWN")
            String status,

            @Schema(description = "Why it is REFUSED or UNKNOWN") @Nullable String reasonCode,

            @Schema(description = "The bank's own number of it") @Nullable String bankReference,

            @Schema(description = "What the call costs if it is completed, whole won")
            long feeWon,

            @Schema(description = "The transaction date at the bank")
            String transactionDate,

            @Schema(description = "How often the bank was asked what became of it")
            int inquiries,

            @Schema(description = "How often it was sent again after the bank had not received it")
            int resends,

            @Schema(description = "ISO-8601 UTC") String requestedAt,

            @Schema(description = "When the bank was called first, ISO-8601 UTC") @Nullable String sentAt,

            @Schema(description = "When the bank moved the money, ISO-8601 UTC") @Nullable String completedAt,

            @Schema(description = "Names the business transaction")
            String guid) {

        static FirmbankingBody of(Firmbanking firmbanking) {
            return new FirmbankingBody(
                    firmbanking.id(),
                    firmbanking.requester(),
                    firmbanking.requestId().value(),
                    firmbanking.purpose().name(),
                    side(firmbanking, firmbanking.fromKind(), true),
                    side(firmbanking, firmbanking.toKind(), false),
                    firmbanking.amount().value(),
                    firmbanking.memo(),
                    firmbanking.status().name(),
                    firmbanking.reasonCode(),
                    firmbanking.bankReference(),
                    firmbanking.fee().value(),
                    firmbanking.transactionDate().toString(),
                    firmbanking.inquiries(),
                    firmbanking.resends(),
                    firmbanking.requestedAt().toString(),
                    text(firmbanking.sentAt()),
                    text(firmbanking.completedAt()),
                    firmbanking.guid());
        }

        private static SideBody side(Firmbanking firmbanking, PartyKind kind, boolean payer) {
            Long memberId = kind == PartyKind.MEMBER
                    ? firmbanking.member().map(MemberId::value).orElse(null)
                    : null;
            if (firmbanking.isRefusedOnArrival()) {
                return new SideBody(kind.name(), memberId, null, null);
            }
            BankAccountNumber account = payer ? firmbanking.from() : firmbanking.to();
            return new SideBody(kind.name(), memberId, account.bank().value(), account.masked());
        }
    }

    @Schema(
            name = "FirmbankingStep",
            description = "One step in the life of a firmbanking; written once, never changed")
    public record StepBody(
            @Schema(description = "1, 2, …") int stepNo,
            @Schema(description = "The status before") String fromStatus,
            @Schema(description = "The status since then") String toStatus,

            @Schema(description = "Why it is REFUSED or UNKNOWN") @Nullable String reasonCode,

            @Schema(description = "The bank's own number of it") @Nullable String bankReference,

            @Schema(description = "Who of staff has said that it ended so, where the bank didn't") @Nullable String resolvedBy,

            @Schema(description = "Who has approved that") @Nullable String approvedBy,

            @Schema(description = "ISO-8601 UTC") String changedAt,

            @Schema(description = "The business transaction that made the step")
            String guid) {

        static StepBody of(FirmbankingStep step) {
            return new StepBody(
                    step.stepNo(),
                    step.fromStatus().name(),
                    step.toStatus().name(),
                    step.reasonCode(),
                    step.bankReference(),
                    step.resolvedBy(),
                    step.approvedBy(),
                    step.changedAt().toString(),
                    step.guid());
        }
    }

    @Schema(name = "FirmbankingWithHistory", description = "A firmbanking and its life so far")
    public record WithHistoryBody(
            @Schema(description = "As OutcomeBody: for callers that want to know only that")
            String firmbankingId,

            @Schema(description = "WAITING for its bank, REQUESTED, SENT, COMPLETED, REFUSED or UNKNOWN")
            String status,

            @Schema(description = "Why it is REFUSED or UNKNOWN") @Nullable String reasonCode,

            @Schema(description = "Whole won") long amountWon,

            @Schema(description = "When the bank moved the money, ISO-8601 UTC") @Nullable String completedAt,

            @Schema(description = "All of it") FirmbankingBody firmbanking,
            @Schema(description = "The first step first") List<StepBody> history) {}

    @Schema(name = "FirmbankingPage", description = "One page of firmbankings")
    public record PageBody(
            @Schema(description = "In the query's order") List<FirmbankingBody> items,

            @Schema(description = "Ask for the next page with it; missing on the last") @Nullable String nextCursor) {}

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
