package com.mypay.framework.client;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The part of membership's REST contract that every service's edge needs: 30 questions at a time; when half of 20 got no
 * answer, none is asked for 2 seconds.
 */
@RegisterRestClient(configKey = "membership")
@RegisterProvider(CallHeadersFilter.class)
@RegisterProvider(ProblemResponseMapper.class)
@Path("adm/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface StaffClient {

    /** @param status {@code ACTIVE}, {@code CLOSED}, {@code UNKNOWN} */
    record Standing(String login, String status, Set<String> roles) {}

    @GET
    @Path("check/staff")
    @Bulkhead(30)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 2_000, skipOn = RemoteRefusalException.class)
    Standing checkStaff(@QueryParam("login") String login);
}
