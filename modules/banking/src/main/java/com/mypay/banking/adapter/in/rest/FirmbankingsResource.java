package com.mypay.banking.adapter.in.rest;

import com.mypay.banking.adapter.in.rest.FirmbankingBodies.FirmbankingBody;
import com.mypay.banking.adapter.in.rest.FirmbankingBodies.OutcomeBody;
import com.mypay.banking.adapter.in.rest.FirmbankingBodies.PageBody;
import com.mypay.banking.adapter.in.rest.FirmbankingBodies.RequestBody;
import com.mypay.banking.adapter.in.rest.FirmbankingBodies.StepBody;
import com.mypay.banking.adapter.in.rest.FirmbankingBodies.WithHistoryBody;
import com.mypay.banking.application.FindFirmbankings;
import com.mypay.banking.application.FindFirmbankings.Found;
import com.mypay.banking.application.RequestFirmbanking;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingOrder;
import com.mypay.banking.domain.Purpose;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Services and staff have real money moved; everybody sees what became of their own. */
@ApplicationScoped
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "firmbankings", description = "Movements of real money (펌뱅킹)")
public class FirmbankingsResource {

    private static final int DEFAULT_PERIOD_DAYS = 31;

    @Inject
    private RequestFirmbanking requestFirmbanking;

    @Inject
    private FindFirmbankings findFirmbankings;

    @Inject
    private Clock clock;

    @POST
    @Path("request/firmbanking")
    @Operation(
            summary = "Move real money and wait for the bank; for services and staff",
            description =
                    "CHARGE and TOP_UP go from MEMBER to CORPORATE, PAYOUT from CORPORATE to MEMBER, REMITTANCE from"
                            + " CORPORATE to MEMBER or ACCOUNT. The same Idempotency-Key never calls the bank twice; after UNKNOWN"
                            + " a repetition tells what is known by then.")
    @APIResponse(
            responseCode = "200",
            description = "What became of it",
            content = @Content(schema = @Schema(implementation = OutcomeBody.class)))
    @APIResponse(
            responseCode = "400",
            description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, PARTY_INVALID")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    @APIResponse(responseCode = "409", description = "REQUEST_RUNNING")
    @APIResponse(
            responseCode = "422",
            description = "NO_VERIFIED_ACCOUNT, NO_CORPORATE_ACCOUNT, PARTIES_DO_NOT_FIT, SAME_ACCOUNT,"
                    + " BANK_CONTRACT_NOT_IN_FORCE, BANK_IN_MAINTENANCE, TRANSFER_LIMIT_EXCEEDED, DAILY_LIMIT_EXCEEDED,"
                    + " REQUEST_ID_REUSED: nothing was sent")
    @APIResponse(
            responseCode = "503",
            description = "UNAVAILABLE: the bank can't be reached and nothing has happened; the same may be sent again")
    public OutcomeBody request(
            @Parameter(description = "The request id") @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String key,
            @NotNull @Valid RequestBody body) {
        Firmbanking firmbanking = requestFirmbanking.request(new FirmbankingOrder(
                requester(CommandHeaders.caller()),
                CommandHeaders.requestId(key),
                null,
                body.from().party(),
                body.to().party(),
                Won.won(body.amountWon()),
                Purpose.valueOf(body.purpose()),
                body.memo() == null ? "" : body.memo()));
        return OutcomeBody.of(firmbanking);
    }

    @GET
    @Path("find/firmbanking")
    @Operation(
            summary = "One firmbanking with its history, by its id or by the request's",
            description = "A member sees its own, a service what it has requested, staff everything.")
    @APIResponse(
            responseCode = "200",
            description = "The firmbanking",
            content = @Content(schema = @Schema(implementation = WithHistoryBody.class)))
    @APIResponse(responseCode = "400", description = "REQUEST_ID_INVALID: neither id is given")
    @APIResponse(responseCode = "404", description = "FIRMBANKING_NOT_FOUND")
    public WithHistoryBody find(
            @Parameter(description = "Its id") @QueryParam("firmbankingId") @Nullable String firmbankingId,
            @Parameter(description = "Who has requested it; missing: the caller") @QueryParam("requester") @Nullable String requester,
            @Parameter(description = "The request's id, instead of its id") @QueryParam("requestId") @Nullable String requestId) {
        Caller caller = CommandHeaders.caller();
        Found found;
        if (firmbankingId != null) {
            found = findFirmbankings.byId(caller, firmbankingId);
        } else {
            RequestId id = CommandHeaders.requestId(requestId);
            String by = requester == null ? nameOf(caller) : requester.replaceFirst("^service/", "");
            found = findFirmbankings.byRequest(caller, by, id);
        }
        Firmbanking firmbanking = found.firmbanking();
        return new WithHistoryBody(
                firmbanking.id(),
                firmbanking.status().name(),
                firmbanking.reasonCode(),
                firmbanking.amount().value(),
                FirmbankingBodies.text(firmbanking.completedAt()),
                FirmbankingBody.of(firmbanking),
                found.history().stream().map(StepBody::of).toList());
    }

    @GET
    @Path("find/firmbankings")
    @Operation(summary = "A member's firmbankings, the latest first; without a period, of the last 31 days")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = PageBody.class)))
    @APIResponse(responseCode = "400", description = "FIELD_INVALID, PERIOD_INVALID, CURSOR_INVALID")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND")
    public PageBody findOfMember(
            @Parameter(description = "Whose") @QueryParam("memberId") @NotNull @Positive Long memberId,
            @Parameter(description = "First business date") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = "Last business date") @QueryParam("to") @Nullable LocalDate to,
            @Parameter(description = "nextCursor of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Items on a page, 1 to 1000") @QueryParam("limit") @Nullable Integer limit) {
        LocalDate last = to == null ? BusinessClock.businessDate(clock) : to;
        LocalDate first = from == null ? last.minusDays(DEFAULT_PERIOD_DAYS) : from;
        Page<Firmbanking> page = findFirmbankings.ofMember(
                CommandHeaders.caller(), new MemberId(memberId), first, last, CommandHeaders.page(cursor, limit));
        Page<FirmbankingBody> bodies = page.map(FirmbankingBody::of);
        return new PageBody(bodies.items(), bodies.nextCursor());
    }

    /** Under which name a caller's request ids are kept; only services and staff have one. */
    private static String requester(Caller caller) {
        if (!caller.isService() && !caller.isStaff()) {
            throw new RejectedException(CommonProblem.NOT_PERMITTED, "only services and staff move real money");
        }
        return nameOf(caller);
    }

    private static String nameOf(Caller caller) {
        return caller.isService() ? caller.id() : caller.toString();
    }
}
