package com.mypay.banking.adapter.out.membership;

import com.mypay.framework.client.CallHeadersFilter;
import com.mypay.framework.client.ProblemResponseMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of membership's REST contract that banking needs. */
@RegisterRestClient(configKey = "membership")
@RegisterProvider(CallHeadersFilter.class)
@RegisterProvider(ProblemResponseMapper.class)
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface MembershipClient {

    /** @param status {@code ACTIVE}, {@code SUSPENDED}, {@code CLOSED} */
    record Member(long memberId, String status) {}

    @GET
    @Path("find/member")
    @Bulkhead(32)
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 2_000, failOn = ProcessingException.class)
    Member findMember(@QueryParam("memberId") long memberId);
}
