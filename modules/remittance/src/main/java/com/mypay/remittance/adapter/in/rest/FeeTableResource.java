package com.mypay.remittance.adapter.in.rest;

import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.framework.value.RequestId;
import com.mypay.remittance.adapter.in.rest.FeeBodies.RemittanceFeeState;
import com.mypay.remittance.adapter.in.rest.FeeBodies.RemittanceFeeToApprove;
import com.mypay.remittance.adapter.in.rest.FeeBodies.RemittanceFeeToModify;
import com.mypay.remittance.application.ApproveRemittanceFee;
import com.mypay.remittance.application.ModifyRemittanceFee;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The fee table, for staff: one person proposes a line, another approves it. */
@ApplicationScoped
@Path("adm/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fees", description = "What a remittance costs (송금 수수료)")
@APIResponse(
        responseCode = "400",
        description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, CALLER_INVALID",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
public class FeeTableResource {

    private static final String OPERATOR = "operator";
    private static final String APPROVER = "approver";

    @Inject
    private ModifyRemittanceFee modifyRemittanceFee;

    @Inject
    private ApproveRemittanceFee approveRemittanceFee;

    @POST
    @Path("modify/remittance-fee")
    @Operation(summary = "Propose a line of the fee table from a date on (role operator)")
    @APIResponseSchema(value = RemittanceFeeState.class, responseDescription = "Proposed")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED: the role is missing")
    @APIResponse(responseCode = "422", description = "FEE_IN_THE_PAST")
    public RemittanceFeeState modify(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid RemittanceFeeToModify body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return RemittanceFeeState.of(modifyRemittanceFee.modify(
                new ModifyRemittanceFee.Command(CommandHeaders.staff(OPERATOR), id, body.terms())));
    }

    @POST
    @Path("approve/remittance-fee")
    @Operation(summary = "Approve a line of the fee table that another person has proposed (role approver)")
    @APIResponseSchema(value = RemittanceFeeState.class, responseDescription = "Approved")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED: the role is missing")
    @APIResponse(responseCode = "404", description = "FEE_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "FEE_DECIDED")
    @APIResponse(responseCode = "422", description = "SAME_PERSON, FEE_IN_THE_PAST")
    public RemittanceFeeState approve(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid RemittanceFeeToApprove body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return RemittanceFeeState.of(approveRemittanceFee.approve(
                new ApproveRemittanceFee.Command(CommandHeaders.staff(APPROVER), id, body.feeId())));
    }
}
