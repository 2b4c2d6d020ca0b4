package com.mypay.remittance.adapter.in.rest;

import com.mypay.remittance.adapter.in.rest.Bodies.RemittanceBody;
import com.mypay.remittance.application.FindInDoubt;
import com.mypay.remittance.application.ResolveRemittance;
import com.mypay.remittance.domain.Remittance.Progress;
import com.mypay.remittance.domain.Resolution;
import com.mypay.remittance.domain.Resolution.Decision;
import com.mypay.remittance.domain.StepRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON bodies of the staff's work list. */
final class WorkListBodies {

    private static final int MAX_REASON = 200;

    private WorkListBodies() {}

    @Schema(name = "RemittanceToResolve", description = "What the bank did with a remittance in doubt")
    public record RemittanceToResolve(
            @Schema(description = "Which remittance") @NotNull @Pattern(regexp = Bodies.ID) String remittanceId,

            @Schema(description = "COMPLETED: the bank has moved the money. REFUSED: it has not and will not")
            @NotNull @Pattern(regexp = "COMPLETED|REFUSED") String decision,

            @Schema(description = "How you know", examples = "국민은행 김과장 통화 확인 14:20") @NotBlank @Size(max = MAX_REASON) String reason) {

        Decision toDecision() {
            return Decision.valueOf(decision);
        }
    }

    @Schema(name = "ResolutionToApprove", description = "A resolution that a second person approves")
    public record ResolutionToApprove(
            @Schema(description = "As resolve/remittance answered") @NotNull @Pattern(regexp = Bodies.ID) String resolutionId) {}

    @Schema(name = "ResolutionState", description = "A resolution after a command")
    public record ResolutionState(
            @Schema(description = "Names it, for approve/resolution")
            String resolutionId,

            @Schema(description = "PROPOSED, APPROVED or, where the bank says otherwise, REFUTED")
            String status) {

        static ResolutionState of(ResolveRemittance.Answer answer) {
            return new ResolutionState(answer.resolutionId(), answer.status());
        }
    }

    @Schema(name = "Resolution", description = "What staff has found out at the bank")
    public record ResolutionBody(
            @Schema(description = "Names it") String resolutionId,
            @Schema(description = "COMPLETED or REFUSED") String decision,
            @Schema(description = "How they know") String reason,

            @Schema(description = "PROPOSED, APPROVED or, where the bank says otherwise, REFUTED")
            String status,

            @Schema(description = "Who proposed it") String proposedBy,

            @Schema(description = "Who approved it") @Nullable String approvedBy) {

        static ResolutionBody of(Resolution resolution) {
            return new ResolutionBody(
                    resolution.id(),
                    resolution.decision().name(),
                    resolution.reason(),
                    resolution.status().name(),
                    resolution.proposedBy(),
                    resolution.approvedBy().orElse(null));
        }
    }

    @Schema(name = "RemittanceToWatch", description = "A remittance that has waited for too long, or can't go on")
    public record WorkItem(
            @Schema(description = "The remittance") RemittanceBody remittance,

            @Schema(description = "The request that it waits for, as money or banking knows it")
            String requestId,

            @Schema(description = "UTC, real time") @Nullable Instant waitingSince,

            @Schema(description = "How often it was asked") int timesAsked,

            @Schema(description = "When it is asked again: UTC, real time") @Nullable Instant askedAgainAt,

            @Schema(description = "Why money can't go on: a code") @Nullable String stuckCode,

            @Schema(description = "Money's hold for it") @Nullable String holdId,

            @Schema(description = "Banking's firmbanking for it") @Nullable String firmbankingId,

            @Schema(description = "What was proposed for it, in order")
            List<ResolutionBody> resolutions) {

        static WorkItem of(FindInDoubt.Found found) {
            Progress progress = found.remittance().progress();
            return new WorkItem(
                    RemittanceBody.of(found.remittance()),
                    found.remittance().waitsFor().map(StepRequest::requestId).orElse(""),
                    progress.waitingSince(),
                    progress.sends(),
                    progress.answerDue(),
                    progress.stuckCode(),
                    progress.holdId(),
                    progress.firmbankingId(),
                    found.resolutions().stream().map(ResolutionBody::of).toList());
        }
    }

    @Schema(name = "RemittancesInDoubt", description = "The staff's work list of remittances")
    public record WorkList(
            @Schema(description = "What money can't go on with, then IN_DOUBT, then the rest; each the oldest first")
            List<WorkItem> items,

            @Schema(description = "For the next page; missing on the last one") @Nullable String nextCursor) {}
}
