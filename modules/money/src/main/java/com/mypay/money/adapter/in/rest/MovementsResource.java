package com.mypay.money.adapter.in.rest;

import static com.mypay.framework.value.Won.won;
import static com.mypay.money.adapter.in.rest.ChargesResource.MAX_AMOUNT_WON;

import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.value.MemberId;
import com.mypay.money.application.DecreaseMoney;
import com.mypay.money.application.DecreaseMoney.Decreased;
import com.mypay.money.application.IncreaseMoney;
import com.mypay.money.application.IncreaseMoney.Increased;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.TopUpRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Increases and decreases, for other services only. */
@ApplicationScoped
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "movements", description = "Changes of balances (머니 변동), for other services")
public class MovementsResource {

    @Inject
    private IncreaseMoney increaseMoney;

    @Inject
    private DecreaseMoney decreaseMoney;

    @Schema(name = "IncreaseMoney")
    public record IncreaseBody(
            @Schema(description = "Whose money", examples = "1001") @Min(1) long memberId,

            @Schema(description = "How much, in won: 1 to 10,000,000,000", examples = "30000")
            @Min(1) @Max(MAX_AMOUNT_WON) long amountWon,

            @Schema(description = "Why: PAYMENT_CANCELLATION or ADJUSTMENT", examples = "PAYMENT_CANCELLATION") @NotNull Cause cause,

            @Schema(description = "What for: the cancellation's id; 1 to 64 letters, digits and . _ : -")
            @NotNull @Pattern(regexp = Entry.REFERENCE) String reference) {}

    @Schema(name = "MoneyIncreased")
    public record IncreasedBody(
            @Schema(description = "Names the money changing", examples = "1001-17")
            String moneyChangingId,

            @Schema(description = "The balance after it, in won", examples = "50000")
            long balanceWon) {}

    @Schema(name = "DecreaseMoney")
    public record DecreaseBody(
            @Schema(description = "Whose money", examples = "1001") @Min(1) long memberId,

            @Schema(description = "How much, in won: 1 to 10,000,000,000", examples = "30000")
            @Min(1) @Max(MAX_AMOUNT_WON) long amountWon,

            @Schema(description = "Why: PAYMENT or ADJUSTMENT", examples = "PAYMENT") @NotNull Cause cause,

            @Schema(description = "What for: the payment's id; 1 to 64 letters, digits and . _ : -")
            @NotNull @Pattern(regexp = Entry.REFERENCE) String reference,

            @Schema(
                    description =
                            "Which rule says how much is charged from the linked account when the balance is short;"
                                    + " NONE, or nothing sent: no top-up")
            @Nullable TopUpRule topUp) {}

    @Schema(name = "MoneyDecreased")
    public record DecreasedBody(
            @Schema(description = "Names the money changing", examples = "1001-18")
            String moneyChangingId,

            @Schema(description = "The balance after it, in won", examples = "20000")
            long balanceWon,

            @Schema(description = "What was charged from the linked account first, in won", examples = "10000")
            long toppedUpWon) {}

    @POST
    @Path("increase/money")
    @Operation(
            summary = "Give money to a member",
            description = "For other services. May be repeated with the same key.")
    @APIResponseSchema(value = IncreasedBody.class, responseDescription = "Increased")
    @APIResponse(
            responseCode = "400",
            description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, CAUSE_NOT_ALLOWED")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "REQUEST_RUNNING")
    @APIResponse(responseCode = "422", description = "REQUEST_ID_REUSED")
    @APIResponse(responseCode = "503", description = "UNAVAILABLE: nothing has happened")
    public IncreasedBody increase(
            @Parameter(description = "1 to 64 characters; the same key is one increase")
                    @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY)
                    @Nullable String requestId,
            @NotNull @Valid IncreaseBody body) {
        Increased increased = increaseMoney.increase(new IncreaseMoney.Command(
                Callers.service(),
                CommandHeaders.requestId(requestId),
                new MemberId(body.memberId()),
                won(body.amountWon()),
                body.cause(),
                body.reference()));
        return new IncreasedBody(increased.moneyChangingId(), increased.balanceWon());
    }

    @POST
    @Path("decrease/money")
    @Operation(
            summary = "Take money from a member, topping up first where the balance is short",
            description = "For other services. May be repeated with the same key; after 504 it goes on where it was.")
    @APIResponseSchema(value = DecreasedBody.class, responseDescription = "Decreased")
    @APIResponse(
            responseCode = "400",
            description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, CAUSE_NOT_ALLOWED")
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
    public DecreasedBody decrease(
            @Parameter(description = "1 to 64 characters; the same key is one decrease")
                    @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY)
                    @Nullable String requestId,
            @NotNull @Valid DecreaseBody body) {
        Decreased decreased = decreaseMoney.decrease(new DecreaseMoney.Command(
                Callers.service(),
                CommandHeaders.requestId(requestId),
                new MemberId(body.memberId()),
                won(body.amountWon()),
                body.cause(),
                body.reference(),
                ruleOf(body.topUp())));
        return new DecreasedBody(decreased.moneyChangingId(), decreased.balanceWon(), decreased.toppedUpWon());
    }

    static TopUpRule ruleOf(@Nullable TopUpRule sent) {
        return sent == null ? TopUpRule.NONE : sent;
    }
}
