package com.mypay.payment.adapter.in.rest;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.payment.adapter.in.rest.Bodies.CommissionOnDay;
import com.mypay.payment.adapter.in.rest.Bodies.PaymentApproved;
import com.mypay.payment.adapter.in.rest.Bodies.PaymentBody;
import com.mypay.payment.adapter.in.rest.Bodies.PaymentCancelled;
import com.mypay.payment.adapter.in.rest.Bodies.PaymentPage;
import com.mypay.payment.application.CancelPayment;
import com.mypay.payment.application.FindCommission;
import com.mypay.payment.application.FindPayment;
import com.mypay.payment.application.FindPayments;
import com.mypay.payment.application.PayMyMoney;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.Payments.Search;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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

/** For members, franchises and shops. */
@ApplicationScoped
@Path("com/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
@APIResponse(
        responseCode = "400",
        description =
                "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, CALLER_INVALID, CURSOR_INVALID, SEARCH_INCOMPLETE",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
public class PaymentsResource {

    @Inject
    private PayMyMoney payMyMoney;

    @Inject
    private CancelPayment cancelPayment;

    @Inject
    private FindPayment findPayment;

    @Inject
    private FindPayments findPayments;

    @Inject
    private FindCommission findCommission;

    @Inject
    private PaymentMetrics metrics;

    @Inject
    private Clock clock;

    @POST
    @Path("pay/my-money")
    @Timed(name = "mypay_payment_pay", absolute = true, unit = MetricUnits.MILLISECONDS)
    @Operation(
            summary = "Pay a franchise with my money",
            description = "Tops the balance up from the linked account if it is short. May be repeated with its key.")
    @APIResponseSchema(value = PaymentApproved.class, responseCode = "201", responseDescription = "Approved")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND, FRANCHISE_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "REQUEST_RUNNING")
    @APIResponse(
            responseCode = "422",
            description = "MONEY_INSUFFICIENT, NO_LINKED_ACCOUNT, TOP_UP_REFUSED, MEMBER_NOT_ACTIVE,"
                    + " FRANCHISE_NOT_ACTIVE, REQUEST_ID_REUSED")
    @APIResponse(responseCode = "503", description = "UNAVAILABLE: nothing happened, send again with the same key")
    @APIResponse(
            responseCode = "504",
            description = "OUTCOME_UNKNOWN: the payment is IN_DOUBT; 'next' tells where to look")
    public Response pay(
            @Parameter(description = "1 to 64 characters; the same key is one payment")
                    @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY)
                    @Nullable String requestId,
            @NotNull @Valid Bodies.PayMyMoney body) {
        RequestId id = CommandHeaders.requestId(requestId);
        Payment.Order order = new Payment.Order(
                new MemberId(body.memberId()),
                new MemberId(body.franchiseId()),
                Won.won(body.amountWon()),
                body.orderName());
        PayMyMoney.Answer answer = payMyMoney.pay(new PayMyMoney.Command(CommandHeaders.caller(), id, order));
        metrics.paid(answer.amountWon());
        return Response.status(Response.Status.CREATED)
                .entity(PaymentApproved.of(answer))
                .build();
    }

    @POST
    @Path("cancel/payment")
    @Operation(
            summary = "Cancel a payment in full or in part",
            description = "By the member, the franchise, staff or a service. May be repeated with its key.")
    @APIResponseSchema(value = PaymentCancelled.class, responseDescription = "Cancelled")
    @APIResponse(responseCode = "404", description = "PAYMENT_NOT_FOUND: also if it is somebody else's")
    @APIResponse(responseCode = "409", description = "REQUEST_RUNNING")
    @APIResponse(
            responseCode = "422",
            description = "NOT_CANCELLABLE, CANCEL_AMOUNT_TOO_LARGE, CANCEL_REFUSED, REQUEST_ID_REUSED")
    @APIResponse(responseCode = "503", description = "UNAVAILABLE: nothing happened, send again with the same key")
    @APIResponse(responseCode = "504", description = "OUTCOME_UNKNOWN: the cancellation is IN_DOUBT")
    public PaymentCancelled cancel(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.CancelPayment body) {
        RequestId id = CommandHeaders.requestId(requestId);
        CancelPayment.Answer answer = cancelPayment.cancel(new CancelPayment.Command(
                CommandHeaders.caller(),
                id,
                new PaymentId(body.paymentId()),
                Optional.ofNullable(body.amountWon()).map(Won::won),
                body.reason()));
        metrics.cancelled(answer.cancelledWon());
        return PaymentCancelled.of(answer);
    }

    @GET
    @Path("find/payment")
    @Operation(summary = "A payment with its cancellations")
    @APIResponseSchema(value = PaymentBody.class, responseDescription = "The payment")
    @APIResponse(responseCode = "404", description = "PAYMENT_NOT_FOUND: also if it is somebody else's")
    public PaymentBody find(
            @Parameter(description = "Names the payment") @QueryParam("paymentId") @NotNull @Pattern(regexp = Bodies.ID) String paymentId) {
        return PaymentBody.of(findPayment.find(CommandHeaders.caller(), new PaymentId(paymentId)));
    }

    @GET
    @Path("find/payments")
    @Operation(summary = "Payments of a member or of a franchise, the newest first, page by page")
    @APIResponseSchema(value = PaymentPage.class, responseDescription = "One page")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND, FRANCHISE_NOT_FOUND")
    public PaymentPage search(
            @Parameter(description = "Who paid") @QueryParam("memberId") @Positive @Nullable Long memberId,
            @Parameter(description = "Who was paid") @QueryParam("franchiseId") @Positive @Nullable Long franchiseId,
            @Parameter(description = "First day in Seoul") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = "Last day in Seoul") @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "1 to 1,000, 50 if missing") @QueryParam("limit") @Nullable Integer limit) {
        Search search = new Search(
                memberId == null ? null : new MemberId(memberId),
                franchiseId == null ? null : new MemberId(franchiseId),
                from == null ? null : startOf(from),
                to == null ? null : startOf(to.plusDays(1)));
        Page<PaymentBody> page = findPayments
                .find(CommandHeaders.caller(), search, CommandHeaders.page(cursor, limit))
                .map(PaymentBody::of);
        return new PaymentPage(page.items(), page.nextCursor());
    }

    @GET
    @Path("find/commission")
    @Operation(summary = "The commission terms that hold for a franchise on a day, and what is coming after it")
    @APIResponseSchema(value = CommissionOnDay.class, responseDescription = "The terms")
    @APIResponse(responseCode = "404", description = "FRANCHISE_NOT_FOUND, COMMISSION_NOT_FOUND")
    public CommissionOnDay commission(
            @Parameter(description = "Whose terms", example = "1002") @QueryParam("franchiseId") @NotNull @Positive Long franchiseId,
            @Parameter(description = "Day in Seoul; today if missing") @QueryParam("date") @Nullable LocalDate date) {
        LocalDate day = date == null ? BusinessClock.businessDate(clock) : date;
        return CommissionOnDay.of(findCommission.find(CommandHeaders.caller(), new MemberId(franchiseId), day));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.SEOUL).toInstant();
    }
}
