package com.mypay.money.adapter.in.rest;

import static com.mypay.framework.value.Won.won;
import static com.mypay.money.adapter.in.rest.ChargesResource.MAX_AMOUNT_WON;

import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.value.MemberId;
import com.mypay.money.application.CaptureMoney;
import com.mypay.money.application.CaptureMoney.Captured;
import com.mypay.money.application.HoldMoney;
import com.mypay.money.application.HoldMoney.Held;
import com.mypay.money.application.ReleaseMoney;
import com.mypay.money.application.ReleaseMoney.Released;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.HoldId;
import com.mypay.money.domain.TopUpRule;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Holds, for other services only. */
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "holds", description = "Money set aside while a remittance runs (보류), for other services")
public class HoldsResource {

    @Inject
    private HoldMoney holdMoney;

    @Inject
    private CaptureMoney captureMoney;

    @Inject
    private ReleaseMoney releaseMoney;

    @Schema(name = "HoldMoney")
    public record HoldBody(
            @Schema(description = "Whose money", examples = "1001") @Min(1) long memberId,

            @Schema(description = "How much, fee included, in won: 1 to 10,000,000,000", examples = "30500")
            @Min(1) @Max(MAX_AMOUNT_WON) long amountWon,

            @Schema(description = "What for: the remittance's id; 1 to 64 letters, digits and . _ : -")
            @NotNull @Pattern(regexp = Entry.REFERENCE) String reference,

            @Schema(description = "As with decrease/money") @Nullable TopUpRule topUp) {}

    @Schema(name = "MoneyHeld")
    public record HeldBody(
            @Schema(description = "Names the hold, for capture/money and release/money")
            String holdId,

            @Schema(description = "What is available after it, in won", examples = "19500")
            long availableWon,

            @Schema(description = "What was charged from the linked account first, in won", examples = "0")
            long toppedUpWon) {}

    @Schema(name = "CaptureMoney")
    public record CaptureBody(
            @Schema(description = "As hold/money answered it") @NotNull @Size(min = 1, max = 32) String holdId,

            @Schema(description = "The part of the held amount that is the operator's fee, in won", examples = "500")
            @Min(0) @Max(MAX_AMOUNT_WON) long feeWon) {}

    @Schema(name = "MoneyCaptured")
    public record CapturedBody(
            @Schema(description = "The hold") String holdId,

            @Schema(description = "Names the money changing", examples = "1001-20")
            String moneyChangingId,

            @Schema(description = "The balance after it, in won", examples = "19500")
            long balanceWon) {}

    @Schema(name = "ReleaseMoney")
    public record ReleaseBody(
            @Schema(description = "As hold/money answered it") @NotNull @Size(min = 1, max = 32) String holdId) {}

    @Schema(name = "MoneyReleased")
    public record ReleasedBody(
            @Schema(description = "The hold") String holdId,

            @Schema(description = "What is available after it, in won", examples = "50000")
            long availableWon) {}

    @POST
    @Path("hold/money")
    @Operation(
            summary = "Set part of a balance aside, topping up first where it is short",
            description = "For other services. May be repeated with the same key; after 504 it goes on where it was.")
    @APIResponseSchema(value = HeldBody.class, responseCode = "201", responseDescription = "Held")
    @APIResponse(responseCode = "400", description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "REQUEST_RUNNING")
    @APIResponse(
            responseCode = "422",
            description = "MONEY_INSUFFICIENT, TOP_UP_REFUSED, NO_LINKED_ACCOUNT, REQUEST_ID_REUSED")
    @APIResponse(responseCode = "503", description = "UNAVAILABLE: nothing has happened")
    @APIResponse(
            responseCode = "504",
            description = "OUTCOME_UNKNOWN: the bank hasn't said whether it topped up; repeat with the same key")
    public Response hold(
            @Parameter(description = "1 to 64 characters; the same key is one hold")
                    @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY)
                    @Nullable String requestId,
            @NotNull @Valid HoldBody body) {
        Held held = holdMoney.hold(new HoldMoney.Command(
                Callers.service(),
                CommandHeaders.requestId(requestId),
                new MemberId(body.memberId()),
                won(body.amountWon()),
                body.reference(),
                MovementsResource.ruleOf(body.topUp())));
        return Response.status(Response.Status.CREATED)
                .entity(new HeldBody(held.holdId(), held.availableWon(), held.toppedUpWon()))
                .build();
    }

    @POST
    @Path("capture/money")
    @Operation(
            summary = "Take what is on hold: the remittance has left the corporate account",
            description = "For other services. May be repeated with the same key.")
    @APIResponseSchema(value = CapturedBody.class, responseDescription = "Captured")
    @APIResponse(
            responseCode = "400",
            description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, FEE_TOO_LARGE")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    @APIResponse(responseCode = "404", description = "HOLD_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "HOLD_ENDED, REQUEST_RUNNING")
    @APIResponse(responseCode = "422", description = "REQUEST_ID_REUSED")
    public CapturedBody capture(
            @Parameter(description = "1 to 64 characters; the same key is one capture")
                    @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY)
                    @Nullable String requestId,
            @NotNull @Valid CaptureBody body) {
        Captured captured = captureMoney.capture(new CaptureMoney.Command(
                Callers.service(), CommandHeaders.requestId(requestId), new HoldId(body.holdId()), won(body.feeWon())));
        return new CapturedBody(captured.holdId(), captured.moneyChangingId(), captured.balanceWon());
    }

    @POST
    @Path("release/money")
    @Operation(
            summary = "Make what is on hold available again",
            description = "For other services. May be repeated with the same key.")
    @APIResponseSchema(value = ReleasedBody.class, responseDescription = "Released")
    @APIResponse(responseCode = "400", description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    @APIResponse(responseCode = "404", description = "HOLD_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "HOLD_ENDED, REQUEST_RUNNING")
    @APIResponse(responseCode = "422", description = "REQUEST_ID_REUSED")
    public ReleasedBody release(
            @Parameter(description = "1 to 64 characters; the same key is one release")
                    @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY)
                    @Nullable String requestId,
            @NotNull @Valid ReleaseBody body) {
        Released released = releaseMoney.release(new ReleaseMoney.Command(
                Callers.service(), CommandHeaders.requestId(requestId), new HoldId(body.holdId())));
        return new ReleasedBody(released.holdId(), released.availableWon());
    }
}
