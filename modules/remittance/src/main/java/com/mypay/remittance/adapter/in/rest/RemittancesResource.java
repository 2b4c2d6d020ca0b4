package com.mypay.remittance.adapter.in.rest;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.RequestId;
import com.mypay.remittance.adapter.in.rest.Bodies.BankBody;
import com.mypay.remittance.adapter.in.rest.Bodies.BanksBody;
import com.mypay.remittance.adapter.in.rest.Bodies.PayeeConfirmed;
import com.mypay.remittance.adapter.in.rest.Bodies.PayeeToConfirm;
import com.mypay.remittance.adapter.in.rest.Bodies.RemittanceAccepted;
import com.mypay.remittance.adapter.in.rest.Bodies.RemittanceBody;
import com.mypay.remittance.adapter.in.rest.Bodies.RemittanceCancelled;
import com.mypay.remittance.adapter.in.rest.Bodies.RemittancePage;
import com.mypay.remittance.adapter.in.rest.Bodies.RemittanceToCancel;
import com.mypay.remittance.adapter.in.rest.Bodies.RemittanceToRequest;
import com.mypay.remittance.application.CancelRemittance;
import com.mypay.remittance.application.ConfirmPayee;
import com.mypay.remittance.application.FindRemittances;
import com.mypay.remittance.application.FindTransferableBanks;
import com.mypay.remittance.application.RequestRemittance;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.RemittanceStatus;
import com.mypay.remittance.domain.Remittances.Search;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Timed;
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
@Tag(name = "remittances", description = "Money to a member or to a bank account (송금)")
@APIResponse(
        responseCode = "400",
        description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, CALLER_INVALID, CURSOR_INVALID",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
public class RemittancesResource {

    private static final String STATUS = "REQUESTED|PREPARING|HELD|SENT|IN_DOUBT|SUCCEEDED|FAILED|CANCELLED";

    @Inject
    private ConfirmPayee confirmPayee;

    @Inject
    private RequestRemittance requestRemittance;

    @Inject
    private CancelRemittance cancelRemittance;

    @Inject
    private FindRemittances findRemittances;

    @Inject
    private FindTransferableBanks findTransferableBanks;

    @Context
    private UriInfo uri;

    @POST
    @Path("confirm/payee")
    @Operation(
            summary = "Look up a payee's name, to be shown to the sender before anything is sent",
            description = "The payee is a member (payeeMemberId) or an account (bankCode and accountNumber).")
    @APIResponseSchema(value = PayeeConfirmed.class, responseCode = "201", responseDescription = "Confirmed")
    @APIResponse(responseCode = "400", description = "PAYEE_INCOMPLETE")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND, PAYEE_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "TOO_MANY_CONFIRMATIONS: of this sender within an hour")
    @APIResponse(
            responseCode = "422",
            description = "MEMBER_NOT_ACTIVE, PAYEE_NOT_ACTIVE, PAYEE_IS_SENDER, BANK_NOT_TRANSFERABLE")
    public Response confirm(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid PayeeToConfirm body) {
        RequestId id = CommandHeaders.requestId(requestId);
        ConfirmPayee.Answer answer = confirmPayee.confirm(
                new ConfirmPayee.Command(CommandHeaders.caller(), id, new MemberId(body.memberId()), body.whom()));
        return Response.status(Response.Status.CREATED)
                .entity(PayeeConfirmed.of(answer))
                .build();
    }

    @POST
    @Path("request/remittance")
    @Timed(name = "mypay_remittance_request", absolute = true, unit = MetricUnits.MILLISECONDS)
    @Operation(
            summary = "Send money to a payee that was confirmed",
            description = "Answers as soon as it is accepted; Location tells where to see what becomes of it. Tops the"
                    + " balance up from the linked account if it is short. May be repeated with its key.")
    @APIResponseSchema(value = RemittanceAccepted.class, responseCode = "202", responseDescription = "Accepted")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND, PAYEE_NOT_FOUND, CONFIRMATION_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "TOO_MANY_WAITING")
    @APIResponse(
            responseCode = "422",
            description =
                    "MEMBER_NOT_ACTIVE, PAYEE_NOT_ACTIVE, CONFIRMATION_EXPIRED, CONFIRMATION_USED, LIMIT_PER_CALL,"
                            + " LIMIT_PER_DAY, LIMIT_PER_MONTH")
    public Response request(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid RemittanceToRequest body) {
        RequestId id = CommandHeaders.requestId(requestId);
        RequestRemittance.Answer answer = requestRemittance.request(new RequestRemittance.Command(
                CommandHeaders.caller(),
                id,
                new MemberId(body.memberId()),
                body.confirmationToken(),
                body.amount(),
                body.memo() == null ? "" : body.memo()));
        return Response.accepted(RemittanceAccepted.of(answer))
                .location(whereToLook(answer.remittanceId()))
                .build();
    }

    @POST
    @Path("cancel/remittance")
    @Operation(
            summary = "Cancel a remittance while nothing has been sent",
            description = "At once, or as soon as money has answered (cancelNoted). May be repeated with its key.")
    @APIResponseSchema(value = RemittanceCancelled.class, responseDescription = "Cancelled, or going to be")
    @APIResponse(responseCode = "404", description = "REMITTANCE_NOT_FOUND: also if it is somebody else's")
    @APIResponse(responseCode = "422", description = "REMITTANCE_ALREADY_SENT, REMITTANCE_ENDED")
    public RemittanceCancelled cancel(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid RemittanceToCancel body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return RemittanceCancelled.of(cancelRemittance.cancel(
                new CancelRemittance.Command(CommandHeaders.caller(), id, new RemittanceId(body.remittanceId()))));
    }

    @GET
    @Path("find/remittance")
    @Operation(summary = "A remittance with every step so far")
    @APIResponseSchema(value = RemittanceBody.class, responseDescription = "The remittance")
    @APIResponse(responseCode = "404", description = "REMITTANCE_NOT_FOUND: also if it is somebody else's")
    public RemittanceBody find(
            @Parameter(description = "Names the remittance")
                    @QueryParam("remittanceId")
                    @NotNull @Pattern(regexp = Bodies.ID) String remittanceId) {
        return RemittanceBody.of(findRemittances.byId(CommandHeaders.caller(), new RemittanceId(remittanceId)));
    }

    @GET
    @Path("find/remittances")
    @Operation(summary = "What a member has sent, the newest first, page by page")
    @APIResponseSchema(value = RemittancePage.class, responseDescription = "One page")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND: also if it is somebody else")
    public RemittancePage search(
            @Parameter(description = "Who has sent", example = "1001") @QueryParam("memberId") @NotNull @Positive Long memberId,
            @Parameter(description = "First day in Seoul") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = "Last day in Seoul") @QueryParam("to") @Nullable LocalDate to,
            @Parameter(description = "Only of this status") @QueryParam("status") @Pattern(regexp = STATUS) @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Search search = new Search(
                new MemberId(memberId),
                from == null ? null : startOf(from),
                to == null ? null : startOf(to.plusDays(1)),
                status == null ? null : RemittanceStatus.valueOf(status));
        Page<RemittanceBody> page = findRemittances
                .ofMember(CommandHeaders.caller(), search, CommandHeaders.page(cursor, limit))
                .map(RemittanceBody::of);
        return new RemittancePage(page.items(), page.nextCursor());
    }

    @GET
    @Path("find/transferable-banks")
    @Operation(summary = "The banks that money can be sent to today")
    @APIResponseSchema(value = BanksBody.class, responseDescription = "The banks")
    public BanksBody banks() {
        return new BanksBody(
                findTransferableBanks.today().stream().map(BankBody::of).toList());
    }

    private URI whereToLook(String remittanceId) {
        return uri.getBaseUriBuilder()
                .path("com/v1/find/remittance")
                .queryParam("remittanceId", remittanceId)
                .build();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.SEOUL).toInstant();
    }
}
