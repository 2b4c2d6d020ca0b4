package com.mypay.remittance.adapter.out.banking;

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
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Banking's questions that somebody waits for: 1 s to connect and 8 s for the answer (configuration), 30 at a time; when
 * half of 20 got no answer, none is asked for 2 seconds.
 */
@RegisterRestClient(configKey = "banking")
@RegisterProvider(CallHeadersFilter.class)
@RegisterProvider(ProblemResponseMapper.class)
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface BankingClient {

    record AccountToConfirm(String bankCode, String accountNumber) {}

    record ConfirmedAccount(
            String payeeAccountId, String bankCode, String bankName, String maskedNumber, String holderName) {}

    /** The part of banking's answer that remittance reads. */
    record RegisteredAccount(String status) {}

    record Bank(String bankCode, String bankName, boolean inMaintenance, long perTransferLimitWon) {}

    record Banks(List<Bank> banks) {}

    @POST
    @Path("confirm/payee-account")
    @Bulkhead(30)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 2_000, failOn = ProcessingException.class)
    ConfirmedAccount confirm(@HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) String requestId, AccountToConfirm body);

    @GET
    @Path("find/registered-bank-account")
    @Bulkhead(30)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 2_000, failOn = ProcessingException.class)
    RegisteredAccount registeredAccount(@QueryParam("memberId") long memberId);

    @GET
    @Path("find/transferable-banks")
    @Bulkhead(30)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 2_000, failOn = ProcessingException.class)
    Banks transferableBanks(@QueryParam("purpose") String purpose);
}
