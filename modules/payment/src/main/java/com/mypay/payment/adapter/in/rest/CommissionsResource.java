package com.mypay.payment.adapter.in.rest;

import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.RequestId;
import com.mypay.payment.adapter.in.rest.Bodies.CommissionBody;
import com.mypay.payment.adapter.in.rest.Bodies.CommissionPage;
import com.mypay.payment.adapter.in.rest.Bodies.CommissionState;
import com.mypay.payment.application.ApproveCommission;
import com.mypay.payment.application.FindCommission;
import com.mypay.payment.application.ModifyCommission;
import com.mypay.payment.domain.CommissionStatus;
import com.mypay.payment.domain.Commissions.Search;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For staff: one person proposes commission terms, another approves them. */
@ApplicationScoped
@Path("adm/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "commissions")
@APIResponse(
        responseCode = "400",
        description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, CALLER_INVALID, CURSOR_INVALID",
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

    @Inject
    private FindCommission findCommission;

    @POST
    @Path("modify/commission")
    @Operation(
            summary = "Propose commission terms, from a date on or for a campaign (role operator)",
            description = "They hold once another person has approved them. Of terms that could hold on one day: a"
                    + " franchise's own before the common ones, a campaign before terms without an end, what began"
                    + " later, what was approved later. A campaign is corrected, or ended early, by another over it.")
    @APIResponseSchema(value = CommissionState.class, responseDescription = "Proposed")
    @APIResponse(responseCode = "400", description = "COMMISSION_PERIOD_INVALID")
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
                body.effectiveFrom(),
                Optional.ofNullable(body.effectiveUntil()),
                Optional.ofNullable(body.campaign()))));
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

    @GET
    @Path("find/commissions")
    @Operation(summary = "Proposed and approved commission terms, the oldest first, page by page")
    @APIResponseSchema(value = CommissionPage.class, responseDescription = "One page")
    public CommissionPage find(
            @Parameter(description = "PROPOSED: wait for a second person; all if missing")
                    @QueryParam("status")
                    @Pattern(regexp = "PROPOSED|APPROVED") @Nullable String status,
            @Parameter(description = "Whose own; all if missing", example = "1002")
                    @QueryParam("franchiseId")
                    @Positive @Nullable Long franchiseId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Search search = new Search(
                status == null ? null : CommissionStatus.valueOf(status),
                franchiseId == null ? null : new MemberId(franchiseId));
        Page<CommissionBody> page =
                findCommission.all(search, CommandHeaders.page(cursor, limit)).map(CommissionBody::of);
        return new CommissionPage(page.items(), page.nextCursor());
    }
}
