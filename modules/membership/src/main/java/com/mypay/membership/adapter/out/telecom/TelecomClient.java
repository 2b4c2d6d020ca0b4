package com.mypay.membership.adapter.out.telecom;

import com.mypay.framework.client.CallHeadersFilter;
import com.mypay.framework.client.ProblemResponseMapper;
import com.mypay.framework.client.RemoteRefusalException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * The telecom operators' HTTP interface: 1 s to connect and 5 s for the answer (configuration), 30 at a time; when half
 * of 20 questions got no answer, none is asked for 2 seconds.
 */
@RegisterRestClient(configKey = "telecom")
@RegisterProvider(CallHeadersFilter.class)
@RegisterProvider(ProblemResponseMapper.class)
@Path("telecom")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface TelecomClient {

    /** Who is said to have which number. */
    record Question(String name, String phone) {}

    /** @param result {@code MATCH} or {@code MISMATCH} */
    record Answer(@Nullable String result) {}

    @POST
    @Path("identity-checks")
    @Bulkhead(30)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 2_000, skipOn = RemoteRefusalException.class)
    Answer check(Question question);
}
