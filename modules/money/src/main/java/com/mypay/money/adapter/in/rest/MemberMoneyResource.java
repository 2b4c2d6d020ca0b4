package com.mypay.money.adapter.in.rest;

import com.mypay.framework.json.Json;
import com.mypay.framework.request.Requests.Outcome;
import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.money.application.FindMemberMoney;
import com.mypay.money.application.FindMemberMoney.MoneyWithAccount;
import com.mypay.money.application.FindMoneyChangings;
import com.mypay.money.application.port.Banking.LinkedAccount;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MoneyChanging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What members have, and how it changed. */
@ApplicationScoped
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "my money", description = "Balances (마이 머니) and their history")
public class MemberMoneyResource {

    @Inject
    private FindMemberMoney findMemberMoney;

    @Inject
    private FindMoneyChangings findMoneyChangings;

    @Schema(name = "LinkedAccount")
    public record AccountView(
            @Schema(description = "Banking's id of it") String accountId,

            @Schema(description = "The bank's code", examples = "004")
            String bankCode,

            @Schema(description = "The bank's name") String bankName,

            @Schema(description = "The account number, masked", examples = "123-***-***456")
            String accountNumberMasked,

            @Schema(description = "Since when it is linked") @Nullable Instant registeredAt) {}

    @Schema(name = "MemberMoney")
    public record MoneyView(
            @Schema(description = "Whose money", examples = "1001")
            long memberId,

            @Schema(description = "All of it, in won", examples = "50000")
            long balanceWon,

            @Schema(description = "What of it is on hold, in won", examples = "30500")
            long heldWon,

            @Schema(description = "What can be spent: balance - held, in won", examples = "19500")
            long availableWon,

            @Schema(description = "LINKED; NONE; NOT_KNOWN: banking doesn't answer right now")
            String link,

            @Schema(description = "The linked bank account, with LINKED") @Nullable AccountView linkedAccount) {}

    @Schema(name = "MoneyChanging")
    public record ChangingView(
            @Schema(description = "Names it: member and number", examples = "1001-17")
            String moneyChangingId,

            @Schema(description = "In won; negative: a decrease", examples = "-30000")
            long amountWon,

            @Schema(description = "The balance after it, in won", examples = "20000")
            long balanceAfterWon,

            @Schema(description = "CHARGE, TOP_UP, PAYMENT, PAYMENT_CANCELLATION, REMITTANCE or ADJUSTMENT")
            String cause,

            @Schema(description = "What it was for: a payment's id, a charge's")
            String reference,

            @Schema(description = "When") Instant changedAt,

            @Schema(description = "Names the business transaction")
            String guid) {}

    @Schema(name = "MoneyChangingPage")
    public record ChangingPage(
            @Schema(description = "The newest first") List<ChangingView> items,

            @Schema(description = "Send it as 'cursor' for the next page; missing on the last one") @Nullable String nextCursor) {}

    @Schema(name = "MoneyCommandOutcome")
    public record OutcomeView(
            @Schema(
                    description = "DONE: 'answer' has what the command answered; RUNNING: it is being worked on;"
                            + " SUSPENDED: it goes on when it is repeated with its key; NOT_RECEIVED: send it")
            String status,

            @Schema(description = "The command's answer, with DONE", type = SchemaType.OBJECT) @Nullable JsonObject answer) {}

    @GET
    @Path("find/member-money")
    @Operation(summary = "Show a member's balance and linked account")
    @APIResponseSchema(value = MoneyView.class, responseDescription = "The balance")
    @APIResponse(responseCode = "400", description = "FIELD_INVALID")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND: none, or not the caller")
    @APIResponse(responseCode = "503", description = "UNAVAILABLE")
    public MoneyView money(
            @Parameter(description = "Whose", example = "1001") @QueryParam("memberId") @Min(1) long memberId) {
        MoneyWithAccount found = findMemberMoney.of(CommandHeaders.caller(), new MemberId(memberId));
        MemberMoney money = found.money();
        return new MoneyView(
                memberId,
                money.balance().value(),
                money.held().value(),
                money.available().value(),
                found.link().name(),
                view(found.account()));
    }

    private static @Nullable AccountView view(@Nullable LinkedAccount account) {
        return account == null
                ? null
                : new AccountView(
                        account.accountId(),
                        account.bankCode(),
                        account.bankName(),
                        account.accountNumberMasked(),
                        account.registeredAt());
    }

    @GET
    @Path("find/money-changing-history")
    @Operation(summary = "Show how a member's balance changed, the newest first")
    @APIResponseSchema(value = ChangingPage.class, responseDescription = "One page")
    @APIResponse(responseCode = "400", description = "FIELD_INVALID, PERIOD_INVALID, CURSOR_INVALID")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND: none, or not the caller")
    public ChangingPage history(
            @Parameter(description = "Whose", example = "1001") @QueryParam("memberId") @Min(1) long memberId,
            @Parameter(description = "First business date (Seoul)", example = "2011-12-01")
                    @QueryParam("from")
                    @Nullable LocalDate from,
            @Parameter(description = "Last business date (Seoul)", example = "2011-12-31") @QueryParam("to") @Nullable LocalDate to,
            @Parameter(description = "From the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Rows on a page: 1 to 1000, 50 if not sent") @QueryParam("limit") @Nullable Integer limit) {
        Page<MoneyChanging> page = findMoneyChangings.history(
                CommandHeaders.caller(), new MemberId(memberId), from, to, CommandHeaders.page(cursor, limit));
        return new ChangingPage(
                page.items().stream().map(MemberMoneyResource::view).toList(), page.nextCursor());
    }

    private static ChangingView view(MoneyChanging changing) {
        return new ChangingView(
                changing.id().toString(),
                changing.amount().value(),
                changing.balanceAfter().value(),
                changing.cause().name(),
                changing.reference(),
                changing.occasion().at(),
                changing.occasion().guid());
    }

    @GET
    @Path("find/money-changing")
    @Operation(
            summary = "Tell what became of the caller's own command",
            description = "For other services that have lost a command's answer. Refused commands are not remembered.")
    @APIResponseSchema(value = OutcomeView.class, responseDescription = "The outcome")
    @APIResponse(responseCode = "400", description = "FIELD_INVALID, REQUEST_ID_INVALID")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    public OutcomeView outcome(
            @Parameter(description = "The command's Idempotency-Key") @QueryParam("requestId") @Nullable String requestId,
            @Parameter(description = "The end of the command's URI", example = "decrease/money")
                    @QueryParam("operation")
                    @NotNull @Size(min = 1, max = 60) String operation) {
        Optional<Outcome> outcome =
                findMoneyChangings.outcome(Callers.service(), operation, CommandHeaders.requestId(requestId));
        if (outcome.isEmpty()) {
            return new OutcomeView("NOT_RECEIVED", null);
        }
        String answer = outcome.get().answer();
        if (answer == null) {
            return new OutcomeView(outcome.get().isRunning() ? "RUNNING" : "SUSPENDED", null);
        }
        return new OutcomeView("DONE", Json.read(answer, JsonObject.class));
    }
}
