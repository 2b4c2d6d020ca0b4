package com.mypay.banking.adapter.in.rest;

import com.mypay.banking.application.FindBankAccounts;
import com.mypay.banking.application.FindBankAccounts.Registered;
import com.mypay.banking.application.RegisterBankAccount;
import com.mypay.banking.application.VerifyBankAccount;
import com.mypay.banking.application.port.Bank.AccountFacts;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.RegisteredAccountStep;
import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.value.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A member links its own bank account. */
@ApplicationScoped
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "bank accounts", description = "Members' own bank accounts (연동 계좌)")
public class BankAccountsResource {

    static final String BANK_CODE = "[0-9]{3}";
    static final String ACCOUNT_NUMBER = "(?=(?:-*[0-9]){6,20}-*$)[0-9-]{6,30}";

    @Inject
    private RegisterBankAccount registerBankAccount;

    @Inject
    private VerifyBankAccount verifyBankAccount;

    @Inject
    private FindBankAccounts findBankAccounts;

    @Schema(name = "RegisterBankAccount", description = "Which account to link")
    public record RegisterBody(
            @Schema(description = "Whose account", examples = "1001") @NotNull @Positive Long memberId,

            @Schema(description = "The bank's three digits", examples = "088") @NotNull @Pattern(regexp = BANK_CODE) String bankCode,

            @Schema(description = "6 to 20 digits, hyphens allowed", examples = "110-123-456789")
            @NotNull @Pattern(regexp = ACCOUNT_NUMBER) String accountNumber,

            @Schema(description = "The holder's name as the bank writes it", examples = "김마이")
            @NotBlank @Size(max = 100) String holderName) {}

    @Schema(name = "BankAccountStatus", description = "Where the account stands")
    public record AccountBody(
            @Schema(description = "Names the registration") String accountId,

            @Schema(description = "PENDING_VERIFICATION, VERIFIED, LOCKED, ABANDONED or REPLACED")
            String status) {}

    @Schema(name = "VerifyBankAccount", description = "The code of the 1-won deposit")
    public record VerifyBody(
            @Schema(description = "Whose account", examples = "1001") @NotNull @Positive Long memberId,

            @Schema(description = "The four digits in the deposit's memo", examples = "4821")
            @NotNull @Pattern(regexp = "[0-9]{4}") String code) {}

    @Schema(name = "RegisteredBankAccount", description = "A linked bank account; its number is masked")
    public record RegisteredBody(
            @Schema(description = "Names the registration") String accountId,
            @Schema(description = "Whose account") long memberId,
            @Schema(description = "The bank's three digits") String bankCode,

            @Schema(description = "The bank's name as in the contract")
            String bankName,

            @Schema(description = "The last four digits", examples = "********6789")
            String accountNumberMasked,

            @Schema(description = "The holder's name") String holderName,

            @Schema(description = "PENDING_VERIFICATION, VERIFIED, LOCKED, ABANDONED or REPLACED")
            String status,

            @Schema(description = "When it was registered, ISO-8601 UTC")
            String registeredAt,

            @Schema(description = "When the code was right, ISO-8601 UTC") @Nullable String verifiedAt,

            @Schema(description = "What has happened to it, the registration first")
            List<StepBody> history) {}

    @Schema(name = "BankAccountStep", description = "One step in the life of a linked account")
    public record StepBody(
            @Schema(description = "1, 2, …") int stepNo,

            @Schema(description = "Empty for the registration") @Nullable String fromStatus,

            @Schema(description = "The status since then") String toStatus,

            @Schema(description = "Who: member/1001, staff/kim")
            String changedBy,

            @Schema(description = "When, ISO-8601 UTC") String changedAt) {

        static StepBody of(RegisteredAccountStep step) {
            return new StepBody(
                    step.stepNo(),
                    step.fromStatus() == null ? null : step.fromStatus().name(),
                    step.toStatus().name(),
                    step.changedBy(),
                    step.changedAt().toString());
        }
    }

    @Schema(name = "AccountFacts", description = "What the bank tells about an account")
    public record FactsBody(
            @Schema(description = "The bank's three digits") String bankCode,
            @Schema(description = "The last four digits") String accountNumberMasked,
            @Schema(description = "The holder's name") String holderName,

            @Schema(description = "OPEN, FROZEN, DORMANT or CLOSED")
            String status,

            @Schema(description = "Whether it can pay and be paid")
            boolean normal,

            @Schema(description = "When it was opened, a day")
            String openedOn,

            @Schema(description = "When it was closed, a day") @Nullable String closedOn,

            @Schema(description = "How its interest is taxed")
            String taxStatus) {

        static FactsBody of(AccountFacts facts) {
            return new FactsBody(
                    facts.account().bank().value(),
                    facts.account().masked(),
                    facts.holderName(),
                    facts.status(),
                    facts.isOpen(),
                    facts.openedOn().toString(),
                    facts.closedOn() == null ? null : facts.closedOn().toString(),
                    facts.taxStatus());
        }
    }

    @POST
    @Path("register/bank-account")
    @Operation(
            summary = "Link a bank account; 1 won with a code is paid into it",
            description =
                    "Of a franchise it is the settlement account. Until it is verified a former account stays linked.")
    @APIResponse(
            responseCode = "201",
            description = "Waiting for its code",
            content = @Content(schema = @Schema(implementation = AccountBody.class)))
    @APIResponse(responseCode = "400", description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "REQUEST_RUNNING")
    @APIResponse(
            responseCode = "422",
            description = "MEMBER_NOT_ACTIVE, BANK_CONTRACT_NOT_IN_FORCE, BANK_IN_MAINTENANCE, ACCOUNT_NOT_AT_BANK,"
                    + " ACCOUNT_NOT_OPEN, HOLDER_NAME_DIFFERS, VERIFICATION_LIMIT_EXCEEDED, VERIFICATION_REFUSED,"
                    + " REQUEST_ID_REUSED")
    @APIResponse(responseCode = "503", description = "UNAVAILABLE: membership or the bank can't be reached")
    @APIResponse(responseCode = "504", description = "OUTCOME_UNKNOWN: repeat with the same Idempotency-Key")
    public Response register(
            @Parameter(description = "The request id") @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String key,
            @NotNull @Valid RegisterBody body) {
        RegisterBankAccount.Answer answer = registerBankAccount.register(new RegisterBankAccount.Command(
                CommandHeaders.caller(),
                CommandHeaders.requestId(key),
                new MemberId(body.memberId()),
                BankAccountNumber.account(body.bankCode(), body.accountNumber()),
                body.holderName()));
        return Response.status(Response.Status.CREATED)
                .entity(new AccountBody(answer.accountId(), answer.status()))
                .build();
    }

    @POST
    @Path("verify/bank-account")
    @Operation(summary = "Tell the code of the 1-won deposit; three wrong codes lock the account")
    @APIResponse(
            responseCode = "200",
            description = "Verified",
            content = @Content(schema = @Schema(implementation = AccountBody.class)))
    @APIResponse(responseCode = "400", description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID")
    @APIResponse(responseCode = "404", description = "NOTHING_TO_VERIFY")
    @APIResponse(
            responseCode = "422",
            description = "VERIFICATION_CODE_WRONG, VERIFICATION_LOCKED, VERIFICATION_EXPIRED, REQUEST_ID_REUSED")
    @APIResponse(responseCode = "503", description = "UNAVAILABLE")
    public AccountBody verify(
            @Parameter(description = "The request id") @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String key,
            @NotNull @Valid VerifyBody body) {
        VerifyBankAccount.Answer answer = verifyBankAccount.verify(new VerifyBankAccount.Command(
                CommandHeaders.caller(), CommandHeaders.requestId(key), new MemberId(body.memberId()), body.code()));
        return new AccountBody(answer.accountId(), answer.status());
    }

    @GET
    @Path("find/registered-bank-account")
    @Operation(summary = "A member's linked account; without a verified one, the one registered last")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = RegisteredBody.class)))
    @APIResponse(responseCode = "400", description = "FIELD_INVALID")
    @APIResponse(responseCode = "404", description = "BANK_ACCOUNT_NOT_FOUND")
    public RegisteredBody find(
            @Parameter(description = "Whose account") @QueryParam("memberId") @NotNull @Positive Long memberId) {
        Registered found = findBankAccounts.registered(CommandHeaders.caller(), new MemberId(memberId));
        var account = found.account();
        return new RegisteredBody(
                account.id(),
                account.member().value(),
                account.account().bank().value(),
                found.bankName(),
                account.account().masked(),
                account.holderName(),
                account.status().name(),
                account.registeredAt().toString(),
                account.verifiedAt().map(Object::toString).orElse(null),
                found.history().stream().map(StepBody::of).toList());
    }

    @GET
    @Path("check/account")
    @Operation(summary = "Ask a bank about an account: whose it is, whether it is open, how it is taxed")
    @APIResponse(
            responseCode = "200",
            description = "What the bank tells",
            content = @Content(schema = @Schema(implementation = FactsBody.class)))
    @APIResponse(responseCode = "400", description = "FIELD_INVALID")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    @APIResponse(
            responseCode = "422",
            description = "ACCOUNT_NOT_AT_BANK, BANK_CONTRACT_NOT_IN_FORCE, BANK_IN_MAINTENANCE")
    @APIResponse(responseCode = "503", description = "UNAVAILABLE: the bank can't be reached")
    public FactsBody check(
            @Parameter(description = "The bank's three digits")
                    @QueryParam("bankCode")
                    @NotNull @Pattern(regexp = BANK_CODE) String bankCode,
            @Parameter(description = "6 to 20 digits, hyphens allowed")
                    @QueryParam("accountNumber")
                    @NotNull @Pattern(regexp = ACCOUNT_NUMBER) String accountNumber) {
        return FactsBody.of(
                findBankAccounts.check(CommandHeaders.caller(), BankAccountNumber.account(bankCode, accountNumber)));
    }
}
