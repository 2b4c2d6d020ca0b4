package com.mypay.banking.adapter.in.rest;

import com.mypay.banking.application.FindReconciliations;
import com.mypay.banking.application.ReconcileStatement;
import com.mypay.banking.application.ResolveReconciliationItem;
import com.mypay.banking.domain.Reconciliation;
import com.mypay.banking.domain.ReconciliationItem;
import com.mypay.banking.domain.ReconciliationItem.Resolved;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.rest.CommandHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The banks' statements against our firmbankings, and the work list of their differences. */
@ApplicationScoped
@Path("adm/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reconciliation", description = "The banks' daily statements against our firmbankings; for staff")
public class ReconciliationsResource {

    private static final String OPERATOR = "operator";
    private static final String JOBS = "batch";
    private static final String ID = "[0-9a-f]{32}";
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    @Inject
    private ReconcileStatement reconcileStatement;

    @Inject
    private ResolveReconciliationItem resolveItem;

    @Inject
    private FindReconciliations findReconciliations;

    @Schema(name = "ReconcileStatement", description = "A slice of an account's statement is to be compared")
    public record ReconcileBody(
            @Schema(description = "As find/corporate-accounts names it") @NotNull @Pattern(regexp = ID) String accountId,

            @Schema(description = "A date that is over (five minutes after midnight in Seoul), yyyy-MM-dd") @NotNull LocalDate date) {}

    @Schema(name = "Reconciliation", description = "How far the comparison of a statement has come")
    public record ReconciliationBody(
            @Schema(description = "The corporate account") String accountId,

            @Schema(description = "yyyy-MM-dd") String date,

            @Schema(description = "READING the statement, COMPARING what is ours with it, ENDED")
            String status,

            @Schema(description = "Lines of the statement") int lines,

            @Schema(description = "Of them those that are as ours")
            int matched,

            @Schema(description = "Differences, lines and firmbankings")
            int items,

            @Schema(
                    description =
                            "The account's balance behind the statement's last line, whole won; missing before its first line, and of a date without lines")
            @Nullable Long closingWon) {

        static ReconciliationBody of(Reconciliation reconciliation) {
            return new ReconciliationBody(
                    reconciliation.accountId(),
                    reconciliation.date().toString(),
                    reconciliation.status().name(),
                    reconciliation.lines(),
                    reconciliation.matched(),
                    reconciliation.items(),
                    reconciliation.closingWon());
        }
    }

    @Schema(name = "Reconciliations", description = "A date's reconciliations")
    public record ReconciliationsBody(
            @Schema(description = "One for each corporate account that was begun")
            List<ReconciliationBody> reconciliations) {}

    @Schema(name = "ReconciliationItem", description = "A difference between a bank's statement and our firmbankings")
    public record ItemBody(
            @Schema(description = "Names it") String itemId,

            @Schema(description = "The corporate account") String accountId,

            @Schema(description = "Of the statement, yyyy-MM-dd")
            String date,

            @Schema(description = "MISSING_HERE, MISSING_THERE, AMOUNT_DIFFERS, DATE_DIFFERS, DUPLICATE")
            String kind,

            @Schema(description = "The bank's transaction id; of one of ours the firmbanking's")
            String transactionId,

            @Schema(description = "The bank's line; 0 where there is none")
            long lineNumber,

            @Schema(description = "What the bank has moved, whole won") @Nullable Long bankWon,

            @Schema(description = "What we have asked for, whole won") @Nullable Long ourWon,

            @Schema(description = "Our transaction date, yyyy-MM-dd") @Nullable String ourDate,

            @Schema(description = "Our firmbanking's status") @Nullable String ourStatus,

            @Schema(description = "Who has resolved it; missing while it is open") @Nullable String resolvedBy,

            @Schema(description = "ISO-8601 UTC") @Nullable String resolvedAt,

            @Schema(description = "What it was") @Nullable String reason) {

        static ItemBody of(ReconciliationItem item) {
            Resolved resolved = item.resolution();
            return new ItemBody(
                    item.id(),
                    item.accountId(),
                    item.date().toString(),
                    item.kind().name(),
                    item.transactionId(),
                    item.lineNumber(),
                    item.bankWon(),
                    item.ourWon(),
                    FirmbankingBodies.text(item.ourDate()),
                    item.ourStatus(),
                    resolved == null ? null : resolved.by(),
                    resolved == null ? null : resolved.at().toString(),
                    resolved == null ? null : resolved.reason());
        }
    }

    @Schema(name = "ReconciliationItems", description = "Differences, oldest first")
    public record ItemsBody(
            @Schema(description = "At most 100") List<ItemBody> items,

            @Schema(description = "Ask for the next page with it; missing on the last") @Nullable String nextCursor) {}

    @Schema(name = "ResolveReconciliationItem", description = "What a difference was")
    public record ResolveBody(
            @Schema(description = "As find/reconciliation-items names it") @NotNull @Pattern(regexp = ID) String itemId,

            @Schema(description = "What was found out and done about it") @NotBlank @Size(max = 200) String reason) {}

    @Schema(name = "ReconciliationItemResolved", description = "It is off the work list")
    public record ResolvedBody(
            @Schema(description = "Names it") String itemId,

            @Schema(description = "Who has resolved it") String resolvedBy) {}

    @POST
    @Path("reconcile/bank-statement")
    @Operation(
            summary = "Compare the next slice of an account's statement (the batch job's, or role operator)",
            description = "Again and again until it is ENDED; the same again changes nothing then.")
    @APIResponseSchema(value = ReconciliationBody.class, responseDescription = "How far it is")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    @APIResponse(responseCode = "404", description = "CORPORATE_ACCOUNT_NOT_FOUND")
    @APIResponse(responseCode = "422", description = "STATEMENT_NOT_COMPLETE: the date is not over")
    @APIResponse(
            responseCode = "503",
            description = "UNAVAILABLE: the bank can't be reached, or its statement not be read")
    public ReconciliationBody reconcile(@NotNull @Valid ReconcileBody body) {
        Caller caller = CommandHeaders.caller();
        if (!(caller.isService() && caller.id().equals(JOBS)) && !(caller.isStaff() && caller.hasRole(OPERATOR))) {
            throw new RejectedException(CommonProblem.NOT_PERMITTED, "needs the role " + OPERATOR);
        }
        return ReconciliationBody.of(
                reconcileStatement.reconcile(new ReconcileStatement.Command(body.accountId(), body.date())));
    }

    @GET
    @Path("find/reconciliations")
    @Operation(summary = "A date's reconciliations, one for each corporate account")
    @APIResponseSchema(value = ReconciliationsBody.class, responseDescription = "Those that were begun")
    public ReconciliationsBody reconciliations(
            @Parameter(description = "yyyy-MM-dd", schema = @Schema(implementation = String.class, pattern = DATE))
                    @QueryParam("date")
                    @NotNull LocalDate date) {
        return new ReconciliationsBody(findReconciliations.of(date).stream()
                .map(ReconciliationBody::of)
                .toList());
    }

    @GET
    @Path("find/reconciliation-items")
    @Operation(summary = "The work list: differences between the banks' statements and ours, oldest first")
    @APIResponseSchema(value = ItemsBody.class, responseDescription = "At most 100")
    @APIResponse(responseCode = "400", description = "CURSOR_INVALID, FIELD_INVALID")
    public ItemsBody items(
            @Parameter(description = "true: only those that are open") @QueryParam("open") @DefaultValue("true")
                    boolean open,
            @Parameter(description = "nextCursor of the page before") @QueryParam("cursor") @Nullable String cursor) {
        if (cursor != null && !cursor.matches(ID)) {
            throw new RejectedException(CommonProblem.CURSOR_INVALID);
        }
        List<ReconciliationItem> found = findReconciliations.items(open, cursor);
        String next = found.size() < FindReconciliations.MOST
                ? null
                : found.get(found.size() - 1).id();
        return new ItemsBody(found.stream().map(ItemBody::of).toList(), next);
    }

    @POST
    @Path("resolve/reconciliation-item")
    @Operation(summary = "Say what a difference was; it is off the work list then; role operator")
    @APIResponseSchema(value = ResolvedBody.class, responseDescription = "Resolved")
    @APIResponse(responseCode = "400", description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    @APIResponse(responseCode = "404", description = "RECONCILIATION_ITEM_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "RECONCILIATION_ITEM_RESOLVED, REQUEST_RUNNING")
    @APIResponse(responseCode = "422", description = "REQUEST_ID_REUSED")
    public ResolvedBody resolve(
            @Parameter(description = "The request id") @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String key,
            @NotNull @Valid ResolveBody body) {
        ResolveReconciliationItem.Answer answer = resolveItem.resolve(new ResolveReconciliationItem.Command(
                CommandHeaders.staff(OPERATOR), CommandHeaders.requestId(key), body.itemId(), body.reason()));
        return new ResolvedBody(answer.itemId(), answer.resolvedBy());
    }
}
