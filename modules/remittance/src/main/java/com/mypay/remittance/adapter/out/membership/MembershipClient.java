package com.mypay.remittance.adapter.out.membership;

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

/**
 * Membership's REST interface, as far as remittance uses it: 1 s to connect and 3 s for the answer (configuration), 30 at a
 * time; when half of 20 questions got no answer, none is asked for 2 seconds.
 */
@RegisterRestClient(configKey = "membership")
@RegisterProvider(CallHeadersFilter.class)
@RegisterProvider(ProblemResponseMapper.class)
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface MembershipClient {

    /** The part of membership's answer that remittance reads. */
    record Member(long memberId, String kind, String status, String name) {}

    @GET
    @Path("find/member")
    @Bulkhead(30)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 2_000, failOn = ProcessingException.class)
    Member findMember(@QueryParam("memberId") long memberId);
}
