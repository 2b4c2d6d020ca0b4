package com.mypay.banking.adapter.in.rest;

import com.mypay.banking.adapter.in.rest.ContractBodies.ContractBody;
import com.mypay.banking.adapter.in.rest.ContractBodies.ContractsBody;
import com.mypay.banking.adapter.in.rest.ContractBodies.ModifiedBody;
import com.mypay.banking.adapter.in.rest.ContractBodies.TermsBody;
import com.mypay.banking.adapter.in.rest.FirmbankingBodies.FirmbankingBody;
import com.mypay.banking.adapter.in.rest.FirmbankingBodies.PageBody;
import com.mypay.banking.application.FindBankAccounts;
import com.mypay.banking.application.FindBankContracts;
import com.mypay.banking.application.FindFirmbankings;
import com.mypay.banking.application.ModifyBankContract;
import com.mypay.banking.application.RegisterBankContract;
import com.mypay.banking.application.RegisterCorporateAccount;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.CorporateAccount;
import com.mypay.banking.domain.Firmbankings.BankFees;
import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.value.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What staff does: contracts, corporate accounts, fees, the work list. */
@ApplicationScoped
@Path("adm/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "staff", description = "Contracts with banks, corporate accounts, fees, the work list")
public class BankingStaffResource {

    private static final String OPERATOR = "operator";

    @Inject
    private RegisterBankContract registerBankContract;

    @Inject
    private ModifyBankContract modifyBankContract;

    @Inject
    private RegisterCorporateAccount registerCorporateAccount;

    @Inject
    private FindBankContracts findBankContracts;

    @Inject
    private FindBankAccounts findBankAccounts;

    @Inject
    private FindFirmbankings findFirmbankings;

    @Schema(name = "RegisterCorporateAccount", description = "One of the operator's own accounts")
    public record CorporateBody(
            @Schema(description = "The bank's three digits", examples = "088")
            @NotNull @Pattern(regexp = BankAccountsResource.BANK_CODE) String bankCode,

            @Schema(description = "6 to 20 digits, hyphens allowed")
            @NotNull @Pattern(regexp = BankAccountsResource.ACCOUNT_NUMBER) String accountNumber,

            @Schema(description = "From now on all money comes in and goes out through it") @NotNull Boolean primary) {}

    @Schema(name = "CorporateAccountRegistered", description = "The account as it is now")
    public record CorporateRegisteredBody(
            @Schema(description = "Names the account") String accountId,

            @Schema(description = "Whether it is the primary one")
            boolean primary) {}

    @Schema(name = "CorporateAccount", description = "One of the operator's own accounts; its number is masked")
    public record CorporateAccountBody(
            @Schema(description = "Names the account") String accountId,
            @Schema(description = "The bank's three digits") String bankCode,
            @Schema(description = "The last four digits") String accountNumberMasked,

            @Schema(description = "The holder's name as the bank tells it")
            String holderName,

            @Schema(description = "Whether all money comes in and goes out through it")
            boolean primary,

            @Schema(description = "Who has registered it") String registeredBy,
            @Schema(description = "ISO-8601 UTC") String registeredAt) {

        static CorporateAccountBody of(CorporateAccount account) {
            return new CorporateAccountBody(
                    account.id(),
                    account.account().bank().value(),
                    account.account().masked(),
                    account.holderName(),
                    account.isPrimary(),
                    account.registeredBy(),
                    account.registeredAt().toString());
        }
    }

    @Schema(name = "CorporateAccounts", description = "The operator's own accounts")
    public record CorporateAccountsBody(
            @Schema(description = "In the order of their registration")
            List<CorporateAccountBody> accounts) {}

    @Schema(name = "BankFees", description = "One bank's fees of a month")
    public record FeesOfBankBody(
            @Schema(description = "The bank's three digits") String bankCode,

            @Schema(description = "Calls that ended normally")
            long completedCalls,

            @Schema(description = "Their fees, whole won") long feesWon) {

        static FeesOfBankBody of(BankFees fees) {
            return new FeesOfBankBody(
                    fees.bank().value(), fees.completedCalls(), fees.fees().value());
        }
    }

    @Schema(name = "FirmbankingFees", description = "The fees of a month: only of calls that ended normally")
    public record FeesBody(
            @Schema(description = "yyyy-MM, by transaction date")
            String month,

            @Schema(description = "By bank code") List<FeesOfBankBody> banks,
            @Schema(description = "All banks") long completedCalls,
            @Schema(description = "All banks, whole won") long feesWon) {}

    @POST
    @Path("register/bank-contract")
    @Operation(summary = "Enter the contract with a bank; role operator")
    @APIResponse(
            responseCode = "201",
            description = "Entered",
            content = @Content(schema = @Schema(implementation = ModifiedBody.class)))
    @APIResponse(
            responseCode = "400",
            description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, CONTRACT_TERMS_INVALID")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    @APIResponse(responseCode = "409", description = "BANK_CONTRACT_EXISTS")
    @APIResponse(responseCode = "422", description = "REQUEST_ID_REUSED")
    public Response registerContract(
            @Parameter(description = "The request id") @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String key,
            @NotNull @Valid TermsBody body) {
        RegisterBankContract.Answer answer = registerBankContract.register(new RegisterBankContract.Command(
                CommandHeaders.staff(OPERATOR),
                CommandHeaders.requestId(key),
                new BankCode(body.bankCode()),
                body.terms()));
        return Response.status(Response.Status.CREATED)
                .entity(new ModifiedBody(answer.bankCode(), answer.stepNo()))
                .build();
    }

    @POST
    @Path("modify/bank-contract")
    @Operation(summary = "Change the contract with a bank: all terms anew; role operator")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = ModifiedBody.class)))
    @APIResponse(
            responseCode = "400",
            description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, CONTRACT_TERMS_INVALID")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    @APIResponse(responseCode = "404", description = "BANK_CONTRACT_NOT_FOUND")
    @APIResponse(responseCode = "422", description = "REQUEST_ID_REUSED")
    public ModifiedBody modifyContract(
            @Parameter(description = "The request id") @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String key,
            @NotNull @Valid TermsBody body) {
        ModifyBankContract.Answer answer = modifyBankContract.modify(new ModifyBankContract.Command(
                CommandHeaders.staff(OPERATOR),
                CommandHeaders.requestId(key),
                new BankCode(body.bankCode()),
                body.terms()));
        return new ModifiedBody(answer.bankCode(), answer.stepNo());
    }

    @GET
    @Path("find/bank-contracts")
    @Operation(summary = "All contracts with banks, with their state today")
    @APIResponse(
            responseCode = "200",
            description = "The contracts",
            content = @Content(schema = @Schema(implementation = ContractsBody.class)))
    public ContractsBody contracts() {
        return new ContractsBody(
                findBankContracts.all().stream().map(ContractBody::of).toList());
    }

    @POST
    @Path("register/corporate-account")
    @Operation(summary = "Enter one of the operator's own accounts, or make it the primary one; role operator")
    @APIResponse(
            responseCode = "201",
            description = "Entered",
            content = @Content(schema = @Schema(implementation = CorporateRegisteredBody.class)))
    @APIResponse(responseCode = "400", description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    @APIResponse(responseCode = "409", description = "REQUEST_RUNNING")
    @APIResponse(
            responseCode = "422",
            description = "BANK_CONTRACT_NOT_IN_FORCE, BANK_IN_MAINTENANCE, ACCOUNT_NOT_AT_BANK, ACCOUNT_NOT_OPEN,"
                    + " REQUEST_ID_REUSED")
    @APIResponse(responseCode = "503", description = "UNAVAILABLE: the bank can't be reached")
    public Response registerCorporate(
            @Parameter(description = "The request id") @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String key,
            @NotNull @Valid CorporateBody body) {
        RegisterCorporateAccount.Answer answer = registerCorporateAccount.register(new RegisterCorporateAccount.Command(
                CommandHeaders.staff(OPERATOR),
                CommandHeaders.requestId(key),
                BankAccountNumber.account(body.bankCode(), body.accountNumber()),
                body.primary()));
        return Response.status(Response.Status.CREATED)
                .entity(new CorporateRegisteredBody(answer.accountId(), answer.primary()))
                .build();
    }

    @GET
    @Path("find/corporate-accounts")
    @Operation(summary = "The operator's own accounts")
    @APIResponse(
            responseCode = "200",
            description = "The accounts",
            content = @Content(schema = @Schema(implementation = CorporateAccountsBody.class)))
    public CorporateAccountsBody corporateAccounts() {
        return new CorporateAccountsBody(findBankAccounts.corporate().stream()
                .map(CorporateAccountBody::of)
                .toList());
    }

    @GET
    @Path("find/firmbanking-fees")
    @Operation(summary = "The fees of a month by bank: only of calls that ended normally")
    @APIResponse(
            responseCode = "200",
            description = "The fees",
            content = @Content(schema = @Schema(implementation = FeesBody.class)))
    @APIResponse(responseCode = "400", description = "FIELD_INVALID")
    public FeesBody fees(
            @Parameter(
                            description = "yyyy-MM",
                            schema = @Schema(implementation = String.class, pattern = "[0-9]{4}-[0-9]{2}"))
                    @QueryParam("month")
                    @NotNull YearMonth month) {
        List<BankFees> fees = findFirmbankings.fees(month);
        return new FeesBody(
                month.toString(),
                fees.stream().map(FeesOfBankBody::of).toList(),
                fees.stream().mapToLong(BankFees::completedCalls).sum(),
                fees.stream().mapToLong(bank -> bank.fees().value()).sum());
    }

    @GET
    @Path("find/waiting-firmbankings")
    @Operation(
            summary = "Orders by message that wait for their bank, the oldest first",
            description = "reasonCode says for what: BANK_IN_MAINTENANCE, or BANK_PACE, their turn where the contract"
                    + " limits the calls. They go on by themselves.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = PageBody.class)))
    @APIResponse(responseCode = "400", description = "CURSOR_INVALID")
    public PageBody waiting(
            @Parameter(description = "nextCursor of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Items on a page, 1 to 1000") @QueryParam("limit") @Nullable Integer limit) {
        Page<FirmbankingBody> page =
                findFirmbankings.waiting(CommandHeaders.page(cursor, limit)).map(FirmbankingBody::of);
        return new PageBody(page.items(), page.nextCursor());
    }

    @GET
    @Path("find/unknown-firmbankings")
    @Operation(summary = "The work list: firmbankings whose end nobody knows yet, the oldest first")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = PageBody.class)))
    @APIResponse(responseCode = "400", description = "CURSOR_INVALID")
    public PageBody unknown(
            @Parameter(description = "nextCursor of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Items on a page, 1 to 1000") @QueryParam("limit") @Nullable Integer limit) {
        Page<FirmbankingBody> page =
                findFirmbankings.unknown(CommandHeaders.page(cursor, limit)).map(FirmbankingBody::of);
        return new PageBody(page.items(), page.nextCursor());
    }
}
