package com.mypay.membership.adapter.out.telecom;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The telecom operators' HTTP interface. */
@RegisterRestClient(configKey = "telecom")
@RegisterProvider(com.mypay.framework.client.CallHeadersFilter.class)
@RegisterProvider(com.mypay.framework.client.ProblemResponseMapper.class)
@Path("telecom")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface TelecomClient {

    /** Who is said to have which number. */
    record Question(String name, String phone) {}

    /** @param result {@code MATCH} or {@code MISMATCH} */
    record Answer(String result) {}

    @POST
    @Path("identity-checks")
    Answer check(Question question);
}
