package com.mypay.money.adapter.out.membership;

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

/** Membership's operations that money uses. Time-outs are configuration: {@code membership/mp-rest/…}. */
@RegisterRestClient(configKey = "membership")
@RegisterProvider(CallHeadersFilter.class)
@RegisterProvider(ProblemResponseMapper.class)
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface MembershipClient {

    record Member(long memberId, String kind, String status, String province, String district) {}

    @GET
    @Path("find/member")
    @Bulkhead(20)
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 2_000, failOn = ProcessingException.class)
    Member find(@QueryParam("memberId") long memberId);
}
