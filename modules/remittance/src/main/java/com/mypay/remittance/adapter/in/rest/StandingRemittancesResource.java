package com.mypay.remittance.adapter.in.rest;

import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.RequestId;
import com.mypay.remittance.adapter.in.rest.StandingBodies.RemittanceScheduled;
import com.mypay.remittance.adapter.in.rest.StandingBodies.RemittanceToSchedule;
import com.mypay.remittance.adapter.in.rest.StandingBodies.StandingRemittanceBody;
import com.mypay.remittance.adapter.in.rest.StandingBodies.StandingRemittancePage;
import com.mypay.remittance.adapter.in.rest.StandingBodies.StandingRemittanceState;
import com.mypay.remittance.adapter.in.rest.StandingBodies.StandingRemittanceToCancel;
import com.mypay.remittance.application.CancelStandingRemittance;
import com.mypay.remittance.application.FindStandingRemittances;
import com.mypay.remittance.application.ScheduleRemittance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For members and those who act for them. */
@ApplicationScoped
@Path("com/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "standing remittances", description = "The same money on a date or each month (자동 송금)")
@APIResponse(
        responseCode = "400",
        description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, CALLER_INVALID, CURSOR_INVALID",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
public class StandingRemittancesResource {

    @Inject
    private ScheduleRemittance scheduleRemittance;

    @Inject
    private CancelStandingRemittance cancelStandingRemittance;

    @Inject
    private FindStandingRemittances findStandingRemittances;

    @POST
    @Path("schedule/remittance")
    @Operation(
            summary = "Send money to a confirmed payee on a date, or each month",
            description = "On its day a remittance is requested; one that is refused then shows as FAILED in"
                    + " find/remittances. May be repeated with its key.")
    @APIResponseSchema(value = RemittanceScheduled.class, responseCode = "201", responseDescription = "Scheduled")
    @APIResponse(responseCode = "400", description = "SCHEDULE_INVALID")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND, CONFIRMATION_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "TOO_MANY_STANDING")
    @APIResponse(responseCode = "422", description = "CONFIRMATION_EXPIRED, CONFIRMATION_USED, SCHEDULE_EMPTY")
    public Response schedule(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid RemittanceToSchedule body) {
        RequestId id = CommandHeaders.requestId(requestId);
        ScheduleRemittance.Answer answer = scheduleRemittance.schedule(new ScheduleRemittance.Command(
                CommandHeaders.caller(),
                id,
                new MemberId(body.memberId()),
                body.confirmationToken(),
                body.amount(),
                body.memo() == null ? "" : body.memo(),
                body.schedule()));
        return Response.status(Response.Status.CREATED)
                .entity(RemittanceScheduled.of(answer))
                .build();
    }

    @POST
    @Path("cancel/standing-remittance")
    @Operation(summary = "Send nothing more by a standing remittance")
    @APIResponseSchema(value = StandingRemittanceState.class, responseDescription = "Cancelled")
    @APIResponse(responseCode = "404", description = "STANDING_NOT_FOUND: also if it is somebody else's")
    @APIResponse(responseCode = "422", description = "STANDING_ENDED")
    public StandingRemittanceState cancel(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid StandingRemittanceToCancel body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return StandingRemittanceState.of(cancelStandingRemittance.cancel(
                new CancelStandingRemittance.Command(CommandHeaders.caller(), id, body.standingRemittanceId())));
    }

    @GET
    @Path("find/standing-remittances")
    @Operation(summary = "A member's standing remittances, the newest first, page by page")
    @APIResponseSchema(value = StandingRemittancePage.class, responseDescription = "One page")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND: also if it is somebody else")
    public StandingRemittancePage find(
            @Parameter(description = "Who sends", example = "1001") @QueryParam("memberId") @NotNull @Positive Long memberId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Page<StandingRemittanceBody> page = findStandingRemittances
                .ofMember(CommandHeaders.caller(), new MemberId(memberId), CommandHeaders.page(cursor, limit))
                .map(StandingRemittanceBody::of);
        return new StandingRemittancePage(page.items(), page.nextCursor());
    }
}
