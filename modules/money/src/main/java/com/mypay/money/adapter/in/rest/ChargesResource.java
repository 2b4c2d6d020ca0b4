package com.mypay.money.adapter.in.rest;

import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.money.application.ChargeMoney;
import com.mypay.money.application.ChargeMoney.Accepted;
import com.mypay.money.application.FindCharges;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Charging my money from the linked bank account. */
@ApplicationScoped
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "charge", description = "Charging my money (충전)")
public class ChargesResource {

    /** The largest amount that one command moves. */
    static final long MAX_AMOUNT_WON = 10_000_000_000L;

    @Inject
    private ChargeMoney chargeMoney;

    @Inject
    private FindCharges findCharges;

    @Schema(name = "ChargeMoney")
    public record ChargeBody(
            @Schema(description = "Whose money; members charge their own", examples = "1001") @Min(1) long memberId,

            @Schema(description = "How much, in won: 1 to 10,000,000,000", examples = "20000")
            @Min(1) @Max(MAX_AMOUNT_WON) long amountWon) {}

    @Schema(name = "ChargeAccepted")
    public record AcceptedBody(
            @Schema(description = "Names the charge; ask find/charge what becomes of it")
            String chargeId,

            @Schema(description = "Always REQUESTED", examples = "REQUESTED")
            String status) {}

    @Schema(name = "Charge")
    public record ChargeView(
            @Schema(description = "Names the charge") String chargeId,

            @Schema(description = "Whose money", examples = "1001")
            long memberId,

            @Schema(description = "How much, in won", examples = "20000")
            long amountWon,

            @Schema(description = "CHARGE: asked for by the member; TOP_UP: made because a balance was short")
            String kind,

            @Schema(
                    description = "REQUESTED: on its way; COMPLETED: the balance has grown; FAILED: nothing was moved;"
                            + " IN_DOUBT: the bank hasn't said yet and is being asked")
            String status,

            @Schema(description = "Why it failed: banking's code, for example INSUFFICIENT_FUNDS") @Nullable String reasonCode,

            @Schema(description = "Banking's id of the transfer, once there is one") @Nullable String firmbankingId,

            @Schema(description = "When it was asked for") Instant requestedAt,

            @Schema(description = "When it ended") @Nullable Instant endedAt) {}

    @POST
    @Path("charge/money")
    @Operation(
            summary = "Charge my money from the linked bank account",
            description =
                    "Accepted at once; the bank is asked afterwards, through a queue. May be repeated with the same"
                            + " Idempotency-Key.")
    @APIResponseSchema(value = AcceptedBody.class, responseCode = "202", responseDescription = "Accepted")
    @APIResponse(responseCode = "400", description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND: none, or not the caller")
    @APIResponse(responseCode = "409", description = "REQUEST_RUNNING")
    @APIResponse(responseCode = "422", description = "MEMBER_NOT_ACTIVE, REQUEST_ID_REUSED")
    @APIResponse(responseCode = "503", description = "UNAVAILABLE: nothing has happened")
    public Response charge(
            @Parameter(description = "1 to 64 characters; the same key is one charge")
                    @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY)
                    @Nullable String requestId,
            @NotNull @Valid ChargeBody body) {
        Accepted accepted = chargeMoney.charge(new ChargeMoney.Command(
                CommandHeaders.caller(),
                CommandHeaders.requestId(requestId),
                new MemberId(body.memberId()),
                Won.won(body.amountWon())));
        return Response.accepted(new AcceptedBody(accepted.chargeId(), accepted.status()))
                .build();
    }

    @GET
    @Path("find/charge")
    @Operation(summary = "Show what became of a charge or top-up")
    @APIResponseSchema(value = ChargeView.class, responseDescription = "The charge")
    @APIResponse(responseCode = "400", description = "FIELD_INVALID")
    @APIResponse(responseCode = "404", description = "CHARGE_NOT_FOUND: none, or another member's")
    public ChargeView find(
            @Parameter(description = "As charge/money answered it")
                    @QueryParam("chargeId")
                    @NotNull @Size(min = 1, max = 32) String chargeId) {
        Charge charge = findCharges.byId(CommandHeaders.caller(), new ChargeId(chargeId));
        return new ChargeView(
                charge.id().value(),
                charge.member().value(),
                charge.amount().value(),
                charge.kind().name(),
                charge.status().name(),
                charge.reasonCode(),
                charge.firmbankingId(),
                charge.requestedAt(),
                charge.endedAt());
    }
}
