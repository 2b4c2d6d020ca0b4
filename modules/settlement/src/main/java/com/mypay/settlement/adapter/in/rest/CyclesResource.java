package com.mypay.settlement.adapter.in.rest;

import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.settlement.adapter.in.rest.Bodies.CarryOverPage;
import com.mypay.settlement.adapter.in.rest.Bodies.CyclePage;
import com.mypay.settlement.adapter.in.rest.Bodies.PayoutPage;
import com.mypay.settlement.adapter.in.rest.Bodies.SettlementPage;
import com.mypay.settlement.adapter.in.rest.Bodies.SlipCountsBody;
import com.mypay.settlement.application.BusinessDateRanges;
import com.mypay.settlement.application.BusinessDates;
import com.mypay.settlement.application.FindCycles;
import com.mypay.settlement.application.FindSettlements;
import com.mypay.settlement.domain.CarryReason;
import com.mypay.settlement.domain.DateRange;
import com.mypay.settlement.domain.PayoutStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cycles and everything in them, for staff. */
@ApplicationScoped
@Path("adm/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cycles", description = "Settlement cycles (정산 회차), their settlements and payouts; for staff")
@APIResponse(
        responseCode = "403",
        description = "NOT_PERMITTED: the adm area is for staff",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
public class CyclesResource {

    @Inject
    private FindCycles findCycles;

    @Inject
    private FindSettlements findSettlements;

    @GET
    @Path("find/cycle")
    @Operation(summary = "Show the cycle of a business date, with its figures as they are now")
    @APIResponseSchema(value = CycleBody.class, responseDescription = "The cycle")
    @APIResponse(responseCode = "400", description = "BUSINESS_DATE_MALFORMED")
    @APIResponse(responseCode = "404", description = "CYCLE_NOT_FOUND: its settlement was not started")
    public CycleBody cycle(
            @Parameter(description = "Day in Seoul", example = "2011-12-05") @QueryParam("businessDate") @Nullable String businessDate) {
        return CycleBody.of(findCycles.ofDate(BusinessDates.parse(businessDate)));
    }

    @GET
    @Path("find/cycles")
    @Operation(summary = "List the cycles, newest date first")
    @APIResponseSchema(value = CyclePage.class, responseDescription = "One page")
    @APIResponse(responseCode = "400", description = "CURSOR_INVALID")
    public CyclePage cycles(
            @Parameter(description = "From the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Rows on a page: 1 to 1000, 50 if not sent") @QueryParam("limit") @Nullable Integer limit) {
        return CyclePage.of(findCycles.page(CommandHeaders.page(cursor, limit)));
    }

    @GET
    @Path("find/cycles-figures")
    @Operation(summary = "Show what the cycles of some business dates come to together, as they are now")
    @APIResponseSchema(value = RangeBody.class, responseDescription = "The figures")
    @APIResponse(responseCode = "400", description = "BUSINESS_DATE_MALFORMED")
    public RangeBody figures(
            @Parameter(description = "The first day, in Seoul", example = "2010-12-01") @QueryParam("from") @Nullable String from,
            @Parameter(description = "The last day, in Seoul", example = "2011-12-09") @QueryParam("to") @Nullable String to) {
        DateRange dates = BusinessDateRanges.parse(from, to);
        return RangeBody.of(dates, findCycles.ofDates(dates));
    }

    @GET
    @Path("find/slip-counts")
    @Operation(summary = "Count the slips of a business date that have arrived from payment")
    @APIResponseSchema(value = SlipCountsBody.class, responseDescription = "The counts")
    @APIResponse(responseCode = "400", description = "BUSINESS_DATE_MALFORMED")
    public SlipCountsBody slipCounts(
            @Parameter(description = "Day in Seoul", example = "2011-12-05") @QueryParam("businessDate") @Nullable String businessDate) {
        LocalDate date = BusinessDates.parse(businessDate);
        return SlipCountsBody.of(date, findCycles.slipCounts(date));
    }

    @GET
    @Path("find/settlements")
    @Operation(summary = "List a cycle's settlements, in the order of the franchises' ids")
    @APIResponseSchema(value = SettlementPage.class, responseDescription = "One page")
    @APIResponse(responseCode = "400", description = "ID_MALFORMED, CURSOR_INVALID")
    @APIResponse(responseCode = "404", description = "CYCLE_NOT_FOUND")
    public SettlementPage settlements(
            @Parameter(description = "The cycle") @QueryParam("cycleId") @Nullable String cycleId,
            @Parameter(description = "From the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Rows on a page: 1 to 1000, 50 if not sent") @QueryParam("limit") @Nullable Integer limit) {
        return SettlementPage.of(findSettlements.page(Queries.cycleId(cycleId), CommandHeaders.page(cursor, limit)));
    }

    @GET
    @Path("find/payouts")
    @Operation(summary = "List a cycle's payouts, in the order of the franchises' ids")
    @APIResponseSchema(value = PayoutPage.class, responseDescription = "One page")
    @APIResponse(responseCode = "400", description = "ID_MALFORMED, FIELD_INVALID, CURSOR_INVALID")
    @APIResponse(responseCode = "404", description = "CYCLE_NOT_FOUND")
    public PayoutPage payouts(
            @Parameter(description = "The cycle") @QueryParam("cycleId") @Nullable String cycleId,
            @Parameter(description = "REQUESTED, COMPLETED, REFUSED or IN_DOUBT; all if not sent")
                    @QueryParam("status")
                    @Nullable String status,
            @Parameter(description = "From the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Rows on a page: 1 to 1000, 50 if not sent") @QueryParam("limit") @Nullable Integer limit) {
        return PayoutPage.of(findSettlements.payouts(
                Queries.cycleId(cycleId),
                Queries.oneOf(PayoutStatus.class, "status", status),
                CommandHeaders.page(cursor, limit)));
    }

    @GET
    @Path("find/carry-overs")
    @Operation(summary = "List what is carried over and no cycle has taken yet; with reason REFUSED the work list")
    @APIResponseSchema(value = CarryOverPage.class, responseDescription = "One page")
    @APIResponse(responseCode = "400", description = "FIELD_INVALID, CURSOR_INVALID")
    public CarryOverPage carryOvers(
            @Parameter(description = "NEGATIVE, UNDER_MINIMUM, NOT_DUE, HELD or REFUSED; all if not sent")
                    @QueryParam("reason")
                    @Nullable String reason,
            @Parameter(description = "From the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Rows on a page: 1 to 1000, 50 if not sent") @QueryParam("limit") @Nullable Integer limit) {
        return CarryOverPage.of(findSettlements.openCarryOvers(
                Queries.oneOf(CarryReason.class, "reason", reason), CommandHeaders.page(cursor, limit)));
    }
}
