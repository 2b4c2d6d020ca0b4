package com.mypay.logs.adapter.in.rest;

import com.mypay.framework.context.GuidFormats;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.framework.value.MemberId;
import com.mypay.logs.adapter.in.rest.LineBodies.Guids;
import com.mypay.logs.adapter.in.rest.LineBodies.LinePage;
import com.mypay.logs.adapter.in.rest.LineBodies.Trace;
import com.mypay.logs.application.FindLines;
import com.mypay.logs.application.FindLines.Criteria;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happened to a transaction; for staff with the role operator. */
@ApplicationScoped
@Path("adm/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "lines", description = "Lines of the logs; for staff with the role operator")
@APIResponse(
        responseCode = "400",
        description = "FIELD_INVALID, CURSOR_INVALID, PERIOD_INVALID, GUID_INVALID, ONE_REFERENCE",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
@APIResponse(responseCode = "403", description = "NOT_PERMITTED: the role is missing")
public class LinesResource {

    static final String OPERATOR = "operator";

    @Inject
    private FindLines findLines;

    @GET
    @Path("find/trace")
    @Operation(summary = "Everything that is known of one business transaction")
    @APIResponseSchema(value = Trace.class, responseDescription = "Its lines; none, if nothing is known")
    public Trace trace(
            @Parameter(description = "The transaction, 32 hexadecimal digits, or as the customer's format writes it")
                    @QueryParam("guid")
                    @Nullable String guid) {
        CommandHeaders.staff(OPERATOR);
        String wanted = GuidFormats.current()
                .read(guid)
                .map(reading -> reading.guid().value())
                .orElse(guid == null ? "" : guid);
        return Trace.of(wanted, findLines.trace(wanted));
    }

    @GET
    @Path("find/lines")
    @Operation(summary = "Search one log, by a period and whatever else is given")
    @APIResponseSchema(value = LinePage.class, responseDescription = "One page")
    public LinePage lines(
            @Parameter(description = "IMAGE, BUSINESS or ERROR") @QueryParam("kind") @Nullable String kind,
            @Parameter(description = "Begin, inclusive: 2026-03-02T14:00:00Z") @QueryParam("from") @Nullable String from,
            @Parameter(description = "End, exclusive, at most 31 days later") @QueryParam("to") @Nullable String to,
            @Parameter(description = "Service") @QueryParam("service") @Nullable String service,
            @Parameter(description = "Operation") @QueryParam("operation") @Nullable String operation,
            @Parameter(description = "Problem code, business event or status") @QueryParam("code") @Nullable String code,
            @Parameter(description = "Member") @QueryParam("memberId") @Nullable Long memberId,
            @Parameter(description = "From the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Rows on a page: 1 to 1000, 50 if not sent") @QueryParam("limit") @Nullable Integer limit) {
        CommandHeaders.staff(OPERATOR);
        Criteria criteria = new Criteria(
                Kinds.of(kind), instant("from", from), instant("to", to), service, operation, code, member(memberId));
        return LinePage.of(findLines.search(criteria, CommandHeaders.page(cursor, limit)));
    }

    @GET
    @Path("find/guids")
    @Operation(summary = "The transactions of a payment, remittance, charge …, or of a member on a day")
    @APIResponseSchema(value = Guids.class, responseDescription = "The GUIDs; none, if nothing is known")
    public Guids guids(
            @Parameter(description = "Id of a payment, a remittance, a charge …") @QueryParam("reference") @Nullable String reference,
            @Parameter(description = "Member; with on") @QueryParam("memberId") @Nullable Long memberId,
            @Parameter(description = "Day in Seoul; with memberId", example = "2026-03-02") @QueryParam("on") @Nullable LocalDate on) {
        CommandHeaders.staff(OPERATOR);
        return new Guids(findLines.guids(reference, member(memberId), on));
    }

    private static @Nullable MemberId member(@Nullable Long id) {
        try {
            return id == null ? null : new MemberId(id);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(CommonProblem.FIELD_INVALID, "memberId");
        }
    }

    private static Instant instant(String field, @Nullable String text) {
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw new RejectedException(
                    CommonProblem.FIELD_INVALID, field + " is an instant such as 2026-03-02T14:00:00Z");
        }
    }
}
