package com.mypay.money.adapter.out.banking;

import com.mypay.framework.client.CallHeadersFilter;
import com.mypay.framework.client.ProblemResponseMapper;
import com.mypay.framework.rest.CommandHeaders;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * Banking's operations that money uses. Time-outs are configuration: {@code banking/mp-rest/…}. When half of 20 calls got
 * no answer, none is sent for 2 seconds; a problem is an answer, also one that says that a bank is away.
 */
@RegisterRestClient(configKey = "banking")
@RegisterProvider(CallHeadersFilter.class)
@RegisterProvider(ProblemResponseMapper.class)
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface BankingClient {

    /** At most so many calls at once; the next ones are refused as unavailable. */
    int MAX_CALLS = 40;

    /** One side of a firmbanking. */
    record Party(String kind, @Nullable Long memberId) {}

    record FirmbankingRequest(Party from, Party to, long amountWon, String purpose, String memo) {}

    record FirmbankingAnswer(
            @Nullable String firmbankingId,
            String status,
            @Nullable String reasonCode) {}

    record RegisteredAccount(
            String accountId,
            String bankCode,
            String bankName,
            String accountNumberMasked,
            String status,
            @Nullable Instant registeredAt) {}

    /** May be repeated with its request id: banking moves the money once. */
    @POST
    @Path("request/firmbanking")
    @Bulkhead(MAX_CALLS)
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 2_000, failOn = ProcessingException.class)
    FirmbankingAnswer request(@HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) String requestId, FirmbankingRequest body);

    @GET
    @Path("find/firmbanking")
    @Bulkhead(MAX_CALLS)
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 2_000, failOn = ProcessingException.class)
    FirmbankingAnswer find(@QueryParam("requester") String requester, @QueryParam("requestId") String requestId);

    @GET
    @Path("find/registered-bank-account")
    @Bulkhead(MAX_CALLS)
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 2_000, failOn = ProcessingException.class)
    RegisteredAccount registeredAccount(@QueryParam("memberId") long memberId);
}
