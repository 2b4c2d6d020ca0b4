package com.mypay.payment.adapter.out.money;

import com.mypay.framework.client.CallHeadersFilter;
import com.mypay.framework.client.ProblemResponseMapper;
import com.mypay.framework.rest.CommandHeaders;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Money's REST interface, as far as payment uses it: 1 s to connect and 15 s for the answer (configuration), 64 at a
 * time; when half of 20 calls got no answer, none is sent for 2 seconds. A problem is an answer, too: money that says that
 * a bank is away is not away itself.
 */
@RegisterRestClient(configKey = "money")
@RegisterProvider(CallHeadersFilter.class)
@RegisterProvider(ProblemResponseMapper.class)
@Path("com/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface MoneyClient {
    int AT_A_TIME = 64;
    int WINDOW = 20;
    long OPEN_MILLIS = 2_000;

    /** @param topUp the rule when the balance is short */
    record Decrease(long memberId, long amountWon, String cause, String reference, String topUp) {}

    /** The part of money's answer that payment reads. */
    record Decreased(long balanceWon, long toppedUpWon) {}

    record Increase(long memberId, long amountWon, String cause, String reference) {}

    /** The part of money's answer that payment reads. */
    record Increased(long balanceWon) {}

    @POST
    @Path("decrease/money")
    @Bulkhead(AT_A_TIME)
    @CircuitBreaker(requestVolumeThreshold = WINDOW, delay = OPEN_MILLIS, failOn = ProcessingException.class)
    Decreased decrease(@HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) String requestId, Decrease body);

    @POST
    @Path("increase/money")
    @Bulkhead(AT_A_TIME)
    @CircuitBreaker(requestVolumeThreshold = WINDOW, delay = OPEN_MILLIS, failOn = ProcessingException.class)
    Increased increase(@HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) String requestId, Increase body);
}
