package com.mypay.remittance.adapter.in.rest;

import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.RequestId;
import com.mypay.remittance.adapter.in.rest.WorkListBodies.RemittanceToResolve;
import com.mypay.remittance.adapter.in.rest.WorkListBodies.ResolutionState;
import com.mypay.remittance.adapter.in.rest.WorkListBodies.ResolutionToApprove;
import com.mypay.remittance.adapter.in.rest.WorkListBodies.WorkItem;
import com.mypay.remittance.adapter.in.rest.WorkListBodies.WorkList;
import com.mypay.remittance.application.ApproveResolution;
import com.mypay.remittance.application.FindInDoubt;
import com.mypay.remittance.application.ResolveRemittance;
import com.mypay.remittance.domain.RemittanceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For staff: what has been in doubt for too long, and how it is to end; one person proposes, another approves. */
@ApplicationScoped
@Path("adm/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "work list", description = "Remittances that wait for staff")
@APIResponse(
        responseCode = "400",
        description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, CALLER_INVALID, CURSOR_INVALID",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
@APIResponse(responseCode = "403", description = "NOT_PERMITTED: the role is missing")
public class WorkListResource {

    private static final String OPERATOR = "operator";
    private static final String APPROVER = "approver";

    @Inject
    private FindInDoubt findInDoubt;

    @Inject
    private ResolveRemittance resolveRemittance;

    @Inject
    private ApproveResolution approveResolution;

    @GET
    @Path("find/in-doubt")
    @Operation(
            summary = "Remittances that have waited for too long, or that money can't go on with, page by page",
            description = "At most 200 on a page.")
    @APIResponseSchema(value = WorkList.class, responseDescription = "One page of the work list")
    public WorkList find(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        Page<WorkItem> page =
                findInDoubt.find(CommandHeaders.page(cursor, limit)).map(WorkItem::of);
        return new WorkList(page.items(), page.nextCursor());
    }

    @POST
    @Path("resolve/remittance")
    @Operation(summary = "Propose how a remittance in doubt is to end (role operator)")
    @APIResponseSchema(value = ResolutionState.class, responseDescription = "Proposed")
    @APIResponse(responseCode = "404", description = "REMITTANCE_NOT_FOUND")
    @APIResponse(responseCode = "422", description = "REMITTANCE_NOT_IN_DOUBT")
    public ResolutionState resolve(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid RemittanceToResolve body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return ResolutionState.of(resolveRemittance.resolve(new ResolveRemittance.Command(
                CommandHeaders.staff(OPERATOR),
                id,
                new RemittanceId(body.remittanceId()),
                body.toDecision(),
                body.reason())));
    }

    @POST
    @Path("approve/resolution")
    @Operation(
            summary = "Approve how a remittance in doubt is to end (role approver)",
            description = "Banking then ends it so, unless the bank has answered by itself or says otherwise.")
    @APIResponseSchema(value = ResolutionState.class, responseDescription = "Approved")
    @APIResponse(responseCode = "404", description = "RESOLUTION_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "RESOLUTION_DECIDED")
    @APIResponse(responseCode = "422", description = "SAME_PERSON, REMITTANCE_NOT_IN_DOUBT")
    public ResolutionState approve(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid ResolutionToApprove body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return ResolutionState.of(approveResolution.approve(
                new ApproveResolution.Command(CommandHeaders.staff(APPROVER), id, body.resolutionId())));
    }
}
