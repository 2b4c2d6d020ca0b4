package com.mypay.banking.adapter.in.rest;

import com.mypay.banking.application.ConfirmPayeeAccount;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.framework.rest.CommandHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Accounts that money is going to be sent to, for other services and staff. */
@ApplicationScoped
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "payee accounts", description = "Accounts that money is going to be sent to (받는 계좌)")
public class PayeeAccountsResource {

    @Inject
    private ConfirmPayeeAccount confirmPayeeAccount;

    @Schema(name = "ConfirmPayeeAccount", description = "Which account to look up")
    public record ConfirmBody(
            @Schema(description = "The bank's three digits", examples = "088")
            @NotNull @Pattern(regexp = BankAccountsResource.BANK_CODE) String bankCode,

            @Schema(description = "6 to 20 digits, hyphens allowed", examples = "110-123-456789")
            @NotNull @Pattern(regexp = BankAccountsResource.ACCOUNT_NUMBER) String accountNumber) {}

    @Schema(name = "PayeeAccountConfirmed", description = "Whose account it is")
    public record ConfirmedBody(
            @Schema(description = "Names the account from now on, instead of its number")
            String payeeAccountId,

            @Schema(description = "The bank's three digits") String bankCode,

            @Schema(description = "The bank's name as in the contract")
            String bankName,

            @Schema(description = "The last four digits", examples = "********6789")
            String maskedNumber,

            @Schema(description = "The holder's name as the bank tells it")
            String holderName) {}

    @POST
    @Path("confirm/payee-account")
    @Operation(
            summary = "Ask a bank whose account it is that money is to be sent to, and keep its number",
            description = "For other services and staff. May be repeated with the same key.")
    @APIResponse(
            responseCode = "201",
            description = "Confirmed",
            content = @Content(schema = @Schema(implementation = ConfirmedBody.class)))
    @APIResponse(responseCode = "400", description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    @APIResponse(responseCode = "409", description = "REQUEST_RUNNING")
    @APIResponse(
            responseCode = "422",
            description = "ACCOUNT_NOT_AT_BANK, ACCOUNT_NOT_OPEN, SAME_ACCOUNT, BANK_CONTRACT_NOT_IN_FORCE,"
                    + " BANK_IN_MAINTENANCE, NO_CORPORATE_ACCOUNT, REQUEST_ID_REUSED")
    @APIResponse(responseCode = "503", description = "UNAVAILABLE: the bank can't be reached")
    public Response confirm(
            @Parameter(description = "The request id") @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String key,
            @NotNull @Valid ConfirmBody body) {
        ConfirmPayeeAccount.Answer answer = confirmPayeeAccount.confirm(new ConfirmPayeeAccount.Command(
                CommandHeaders.caller(),
                CommandHeaders.requestId(key),
                BankAccountNumber.account(body.bankCode(), body.accountNumber())));
        return Response.status(Response.Status.CREATED)
                .entity(new ConfirmedBody(
                        answer.payeeAccountId(),
                        answer.bankCode(),
                        answer.bankName(),
                        answer.maskedNumber(),
                        answer.holderName()))
                .build();
    }
}
