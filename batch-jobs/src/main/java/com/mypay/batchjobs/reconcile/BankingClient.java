package com.mypay.batchjobs.reconcile;

import com.mypay.framework.client.CallHeadersFilter;
import com.mypay.framework.client.ProblemResponseMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The part of banking's REST interface that the jobs use: 1 s to connect and 30 s for the answer (configuration), because
 * banking asks the bank for a page within it. One call at a time.
 */
@RegisterRestClient(configKey = "banking")
@RegisterProvider(CallHeadersFilter.class)
@RegisterProvider(ProblemResponseMapper.class)
@Path("adm/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface BankingClient {

    record CorporateAccount(String accountId) {}

    record CorporateAccounts(List<CorporateAccount> accounts) {}

    record Slice(String accountId, String date) {}

    record Reconciliation(String status, int lines, int items) {}

    @GET
    @Path("find/corporate-accounts")
    CorporateAccounts corporateAccounts();

    @POST
    @Path("reconcile/bank-statement")
    Reconciliation reconcile(Slice slice);
}
