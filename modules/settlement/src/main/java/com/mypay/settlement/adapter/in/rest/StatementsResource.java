package com.mypay.settlement.adapter.in.rest;

import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.framework.value.MemberId;
import com.mypay.settlement.adapter.in.rest.Bodies.LineBody;
import com.mypay.settlement.adapter.in.rest.Bodies.LinePage;
import com.mypay.settlement.adapter.in.rest.Bodies.StatementBody;
import com.mypay.settlement.application.BusinessDates;
import com.mypay.settlement.application.ExplainLine;
import com.mypay.settlement.application.FindSettlements;
import com.mypay.settlement.application.WriteStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A franchise's own statements: every amount down to the slips. */
@ApplicationScoped
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statements", description = "A franchise's statements; of its own only")
@APIResponse(
        responseCode = "404",
        description = "SETTLEMENT_NOT_FOUND, LINE_NOT_FOUND: none, or not the caller's",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
public class StatementsResource {

    @Inject
    private FindSettlements findSettlements;

    @Inject
    private ExplainLine explainLine;

    @Inject
    private WriteStatement writeStatement;

    @GET
    @Path("find/settlement")
    @Operation(summary = "Show a franchise's statement of a business date: sums, payout, carry-over")
    @APIResponseSchema(value = StatementBody.class, responseDescription = "The statement")
    @APIResponse(responseCode = "400", description = "ID_MALFORMED, BUSINESS_DATE_MALFORMED")
    public StatementBody settlement(
            @Parameter(description = "The franchise", example = "2001") @QueryParam("franchiseId") @Nullable String franchiseId,
            @Parameter(description = "Day in Seoul", example = "2011-12-05") @QueryParam("businessDate") @Nullable String businessDate) {
        return StatementBody.of(findSettlements.statement(
                CommandHeaders.caller(), Queries.franchiseId(franchiseId), BusinessDates.parse(businessDate)));
    }

    @GET
    @Path("find/statement-csv")
    @Produces("text/csv;charset=UTF-8")
    @Operation(summary = "A franchise's whole statement of a business date as CSV, with each line")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "400", description = "ID_MALFORMED, BUSINESS_DATE_MALFORMED")
    public Response csv(
            @Parameter(description = "The franchise", example = "2001") @QueryParam("franchiseId") @Nullable String franchiseId,
            @Parameter(description = "Day in Seoul", example = "2011-12-05") @QueryParam("businessDate") @Nullable String businessDate) {
        MemberId franchise = Queries.franchiseId(franchiseId);
        LocalDate date = BusinessDates.parse(businessDate);
        return TemporaryFile.written(
                "statement-" + franchise + "-" + date + ".csv",
                out -> writeStatement.write(CommandHeaders.caller(), franchise, date, new CsvStatement(out)));
    }

    @GET
    @Path("find/statement-pdf")
    @Produces("application/pdf")
    @Operation(summary = "A franchise's statement of a business date as PDF, in Korean")
    @APIResponse(
            responseCode = "200",
            description = "The file; it lists 20,000 lines at most",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = "ID_MALFORMED, BUSINESS_DATE_MALFORMED")
    public Response pdf(
            @Parameter(description = "The franchise", example = "2001") @QueryParam("franchiseId") @Nullable String franchiseId,
            @Parameter(description = "Day in Seoul", example = "2011-12-05") @QueryParam("businessDate") @Nullable String businessDate) {
        MemberId franchise = Queries.franchiseId(franchiseId);
        LocalDate date = BusinessDates.parse(businessDate);
        return TemporaryFile.written("statement-" + franchise + "-" + date + ".pdf", out -> {
            try (PdfStatement document = new PdfStatement(out)) {
                writeStatement.write(CommandHeaders.caller(), franchise, date, document);
            }
        });
    }

    @GET
    @Path("find/settlement-lines")
    @Operation(summary = "List the lines of a franchise's settlement, one for each slip")
    @APIResponseSchema(value = LinePage.class, responseDescription = "One page")
    @APIResponse(responseCode = "400", description = "ID_MALFORMED, CURSOR_INVALID")
    public LinePage lines(
            @Parameter(description = "The cycle") @QueryParam("cycleId") @Nullable String cycleId,
            @Parameter(description = "The franchise", example = "2001") @QueryParam("franchiseId") @Nullable String franchiseId,
            @Parameter(description = "From the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Rows on a page: 1 to 1000, 50 if not sent") @QueryParam("limit") @Nullable Integer limit) {
        return LinePage.of(findSettlements.lines(
                CommandHeaders.caller(),
                Queries.cycleId(cycleId),
                Queries.franchiseId(franchiseId),
                CommandHeaders.page(cursor, limit)));
    }

    @GET
    @Path("find/settlement-line")
    @Operation(summary = "Explain what one slip comes to, in figures and in words")
    @APIResponseSchema(value = LineBody.class, responseDescription = "The line")
    @APIResponse(responseCode = "400", description = "ID_MALFORMED")
    public LineBody line(@Parameter(description = "The slip") @QueryParam("slipId") @Nullable String slipId) {
        return LineBody.of(explainLine.explain(CommandHeaders.caller(), Queries.slipId(slipId)));
    }
}
