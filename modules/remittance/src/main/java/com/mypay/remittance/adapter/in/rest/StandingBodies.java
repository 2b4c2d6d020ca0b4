package com.mypay.remittance.adapter.in.rest;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.Won;
import com.mypay.remittance.adapter.in.rest.Bodies.PayeeBody;
import com.mypay.remittance.application.CancelStandingRemittance;
import com.mypay.remittance.application.RemittanceProblem;
import com.mypay.remittance.application.ScheduleRemittance;
import com.mypay.remittance.domain.Schedule;
import com.mypay.remittance.domain.StandingRemittance;
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

/** The JSON bodies of standing remittances. */
final class StandingBodies {

    private StandingBodies() {}

    @Schema(name = "RemittanceToSchedule", description = "Money to a payee that was confirmed, once or each month")
    public record RemittanceToSchedule(
            @Schema(description = "Who sends", examples = "1001") @Positive long memberId,

            @Schema(description = "As confirm/payee answered: it says who the payee is")
            @NotNull @Pattern(regexp = Bodies.ID) String confirmationToken,

            @Schema(description = "What the payee gets each time, whole won", examples = "30000")
            @Min(1) @Max(Bodies.MAX_WON) long amountWon,

            @Schema(description = "A note; the holder of a payee's bank account reads it too", examples = "월세")
            @Size(max = Bodies.MAX_MEMO) @Nullable String memo,

            @Schema(description = "Once, on this day in Seoul", examples = "2026-03-31") @Nullable LocalDate onDate,

            @Schema(description = "Each month on this day; a shorter month's last", examples = "31")
            @Min(1) @Max(31) @Nullable Integer dayOfMonth,

            @Schema(
                    description = "The last day of a monthly one; missing: until it is cancelled",
                    examples = "2026-12-31")
            @Nullable LocalDate until) {

        Won amount() {
            return Won.won(amountWon);
        }

        Schedule schedule() {
            if ((onDate == null) == (dayOfMonth == null) || (onDate != null && until != null)) {
                throw new RejectedException(RemittanceProblem.SCHEDULE_INVALID);
            }
            return new Schedule(onDate, dayOfMonth, until);
        }
    }

    @Schema(name = "RemittanceScheduled", description = "A standing remittance")
    public record RemittanceScheduled(
            @Schema(description = "Names the standing remittance")
            String standingRemittanceId,

            @Schema(description = "ACTIVE") String status,

            @Schema(description = "The day in Seoul of the first one")
            String nextDate) {

        static RemittanceScheduled of(ScheduleRemittance.Answer answer) {
            return new RemittanceScheduled(answer.standingRemittanceId(), answer.status(), answer.nextDate());
        }
    }

    @Schema(name = "StandingRemittanceToCancel", description = "A standing remittance that is to send nothing more")
    public record StandingRemittanceToCancel(
            @Schema(description = "Which one") @NotNull @Pattern(regexp = Bodies.ID) String standingRemittanceId) {}

    @Schema(name = "StandingRemittanceState", description = "A standing remittance after a command")
    public record StandingRemittanceState(
            @Schema(description = "Names it") String standingRemittanceId,
            @Schema(description = "CANCELLED") String status) {

        static StandingRemittanceState of(CancelStandingRemittance.Answer answer) {
            return new StandingRemittanceState(answer.standingRemittanceId(), answer.status());
        }
    }

    @Schema(name = "StandingRemittance", description = "The same money to the same payee, once or each month (자동 송금)")
    public record StandingRemittanceBody(
            @Schema(description = "Names it; find/remittances shows it at each remittance that comes from it")
            String standingRemittanceId,

            @Schema(description = "Who sends") long memberId,
            @Schema(description = "Who gets the money") PayeeBody payee,

            @Schema(description = "What the payee gets each time, whole won")
            long amountWon,

            @Schema(description = "A note; the holder of a payee's bank account reads it too")
            String memo,

            @Schema(description = "Once, on this day") @Nullable LocalDate onDate,

            @Schema(description = "Each month on this day") @Nullable Integer dayOfMonth,

            @Schema(description = "The last day of a monthly one") @Nullable LocalDate until,

            @Schema(description = "The day in Seoul of the next one; missing if none follows") @Nullable LocalDate nextDate,

            @Schema(description = "ACTIVE, ENDED or CANCELLED")
            String status,

            @Schema(description = "UTC") Instant createdAt) {

        static StandingRemittanceBody of(StandingRemittance standing) {
            StandingRemittance.Content content = standing.content();
            Schedule schedule = standing.schedule();
            return new StandingRemittanceBody(
                    standing.id(),
                    content.sender().value(),
                    PayeeBody.of(content.payee()),
                    content.amount().value(),
                    content.memo(),
                    schedule.onDate(),
                    schedule.dayOfMonth(),
                    schedule.until(),
                    standing.nextDate().orElse(null),
                    standing.status().name(),
                    standing.createdAt());
        }
    }

    @Schema(name = "StandingRemittancePage", description = "One page of standing remittances")
    public record StandingRemittancePage(
            @Schema(description = "The newest first") List<StandingRemittanceBody> items,

            @Schema(description = "Asks for the next page; missing on the last") @Nullable String nextCursor) {}
}
