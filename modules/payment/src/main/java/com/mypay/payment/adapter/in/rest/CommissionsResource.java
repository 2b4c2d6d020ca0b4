package com.mypay.payment.adapter.in.rest;

import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.payment.adapter.in.rest.Bodies.CommissionState;
import com.mypay.payment.application.ApproveCommission;
import com.mypay.payment.application.ModifyCommission;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For staff: one person proposes commission terms, another approves them. */
@Path("adm/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "commissions")
@APIResponse(
        responseCode = "400",
        description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, CALLER_INVALID",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
@APIResponse(responseCode = "403", description = "NOT_PERMITTED: the role is missing")
public class CommissionsResource {

    private static final String OPERATOR = "operator";
    private static final String APPROVER = "approver";

    @Inject
    private ModifyCommission modifyCommission;

    @Inject
    private ApproveCommission approveCommission;

    @POST
    @Path("modify/commission")
    @Operation(summary = "Propose commission terms from a date on (role operator)")
    @APIResponseSchema(value = CommissionState.class, responseDescription = "Proposed")
    @APIResponse(responseCode = "404", description = "FRANCHISE_NOT_FOUND")
    @APIResponse(responseCode = "422", description = "COMMISSION_IN_THE_PAST, FRANCHISE_NOT_ACTIVE, REQUEST_ID_REUSED")
    public CommissionState modify(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.ModifyCommission body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return CommissionState.of(modifyCommission.modify(new ModifyCommission.Command(
                CommandHeaders.staff(OPERATOR),
                id,
                Optional.ofNullable(body.franchiseId()).map(MemberId::new),
                new BasisPoints(body.basisPoints()),
                body.effectiveFrom())));
    }

    @POST
    @Path("approve/commission")
    @Operation(summary = "Approve commission terms that another person has proposed (role approver)")
    @APIResponseSchema(value = CommissionState.class, responseDescription = "Approved")
    @APIResponse(responseCode = "404", description = "COMMISSION_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "COMMISSION_DECIDED")
    @APIResponse(responseCode = "422", description = "SAME_PERSON, COMMISSION_IN_THE_PAST, REQUEST_ID_REUSED")
    public CommissionState approve(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.ApproveCommission body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return CommissionState.of(approveCommission.approve(
                new ApproveCommission.Command(CommandHeaders.staff(APPROVER), id, body.commissionId())));
    }
}
