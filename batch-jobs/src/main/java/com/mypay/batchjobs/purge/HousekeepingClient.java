package com.mypay.batchjobs.purge;

import com.mypay.framework.client.CallHeadersFilter;
import com.mypay.framework.client.ProblemResponseMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * What each service offers for its own rows; a client is made for each of them. 60 s for the answer (configuration): a
 * service may have to look through all its messages. One call at a time.
 */
@RegisterRestClient(configKey = "housekeeping")
@RegisterProvider(CallHeadersFilter.class)
@RegisterProvider(ProblemResponseMapper.class)
@Path("adm/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface HousekeepingClient {

    record OpenWork(
            @Nullable String oldestMessageGuid, @Nullable String oldestOpenAt) {}

    record MessagesToPurge(
            String direction,
            String before,
            String beforeGuid,
            @Nullable String after) {}

    record RequestsToPurge(
            String before, String servicesBefore, @Nullable String after) {}

    record Purged(int removed, @Nullable String last) {}

    @GET
    @Path("find/open-work")
    OpenWork openWork(@QueryParam("before") String before);

    @POST
    @Path("purge/messages")
    Purged purgeMessages(MessagesToPurge body);

    @POST
    @Path("purge/requests")
    Purged purgeRequests(RequestsToPurge body);
}
