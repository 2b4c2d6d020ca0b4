package com.mypay.money.adapter.in.rest;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.rest.CommandHeaders;
import com.mypay.money.application.FindJournal;
import com.mypay.money.domain.Journal.Balance;
import com.mypay.money.domain.Journal.Line;
import com.mypay.money.domain.Journal.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ledger for the accounting system: {@code mypay accounting} makes files of it. */
@ApplicationScoped
@Path("adm/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "accounting",
        description =
                "Journal and trial balance of a date that is over (five minutes after midnight in Seoul), for staff")
public class JournalResource {

    private static final String OPERATOR = "operator";
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final char BETWEEN = '/';

    @Inject
    private FindJournal findJournal;

    @Schema(name = "JournalLine", description = "One posting")
    public record LineView(
            @Schema(description = "The entry that it belongs to; its lines add up to 0")
            String entryId,

            @Schema(description = "Within the entry, from 1")
            int lineNumber,

            @Schema(description = "ISO-8601 UTC") String bookedAt,

            @Schema(description = "Why", examples = "PAYMENT")
            String cause,

            @Schema(description = "What for: a payment's id, a charge's …")
            String reference,

            @Schema(description = "MEMBER or a system account", examples = "MEMBER")
            String account,

            @Schema(description = "Whose; missing of a system account") @Nullable Long memberId,

            @Schema(description = "Whole won; positive: credit; negative: debit")
            long amountWon) {

        static LineView of(Line line) {
            return new LineView(
                    line.entryId(),
                    line.lineNumber(),
                    line.bookedAt().toString(),
                    line.cause().name(),
                    line.reference(),
                    line.account().name(),
                    line.memberId(),
                    line.amount().value());
        }
    }

    @Schema(name = "JournalPage", description = "Lines in the order of booking")
    public record JournalView(
            @Schema(description = "Of at most 500 entries") List<LineView> lines,

            @Schema(description = "Ask for the next page with it; missing on the last") @Nullable String nextCursor) {}

    @Schema(name = "TrialBalanceLine", description = "One account over the date")
    public record BalanceView(
            @Schema(description = "MEMBER (all together) or a system account")
            String account,

            @Schema(description = "Before the date, whole won; credits are positive")
            long openingWon,

            @Schema(description = "Debits of the date, whole won")
            long debitWon,

            @Schema(description = "Credits of the date, whole won")
            long creditWon,

            @Schema(description = "Opening less debits plus credits")
            long closingWon,

            @Schema(description = "Postings of the date") long lines) {

        static BalanceView of(Balance balance) {
            return new BalanceView(
                    balance.account().name(),
                    balance.opening().value(),
                    balance.debit().value(),
                    balance.credit().value(),
                    balance.closing().value(),
                    balance.lines());
        }
    }

    @Schema(name = "TrialBalance", description = "All accounts; debits and credits are the same together")
    public record TrialBalanceView(
            @Schema(description = "By name") List<BalanceView> accounts) {}

    @GET
    @Path("find/journal")
    @Operation(summary = "The postings of a date that is over, in the order of booking; role operator")
    @APIResponseSchema(value = JournalView.class, responseDescription = "One page")
    @APIResponse(responseCode = "400", description = "FIELD_INVALID, CURSOR_INVALID")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    @APIResponse(responseCode = "422", description = "DATE_NOT_OVER")
    public JournalView journal(
            @Parameter(description = "yyyy-MM-dd", schema = @Schema(implementation = String.class, pattern = DATE))
                    @QueryParam("date")
                    @NotNull LocalDate date,
            @Parameter(description = "nextCursor of the page before") @QueryParam("cursor") @Nullable String cursor) {
        CommandHeaders.staff(OPERATOR);
        FindJournal.Page page = findJournal.lines(date, cursor == null ? null : place(cursor));
        Place next = page.next();
        return new JournalView(
                page.lines().stream().map(LineView::of).toList(),
                next == null ? null : next.bookedAt() + String.valueOf(BETWEEN) + next.entryId());
    }

    private static Place place(String cursor) {
        try {
            int between = cursor.indexOf(BETWEEN);
            return new Place(Instant.parse(cursor.substring(0, Math.max(0, between))), cursor.substring(between + 1));
        } catch (DateTimeException e) {
            throw new RejectedException(CommonProblem.CURSOR_INVALID);
        }
    }

    @GET
    @Path("find/trial-balance")
    @Operation(summary = "Each account over a date that is over: opening, debits, credits, closing; role operator")
    @APIResponseSchema(value = TrialBalanceView.class, responseDescription = "All accounts")
    @APIResponse(responseCode = "400", description = "FIELD_INVALID")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    @APIResponse(responseCode = "422", description = "DATE_NOT_OVER")
    public TrialBalanceView trialBalance(
            @Parameter(description = "yyyy-MM-dd", schema = @Schema(implementation = String.class, pattern = DATE))
                    @QueryParam("date")
                    @NotNull LocalDate date) {
        CommandHeaders.staff(OPERATOR);
        return new TrialBalanceView(
                findJournal.balances(date).stream().map(BalanceView::of).toList());
    }
}
