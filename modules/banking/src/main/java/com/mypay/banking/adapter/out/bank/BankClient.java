package com.mypay.banking.adapter.out.bank;

import com.mypay.framework.client.ProblemResponseMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The banks' REST contract. Time-outs stand in the configuration ({@code bank/mp-rest/…}), other limits in {@link BankLines}. */
@RegisterRestClient(configKey = "bank")
@RegisterProvider(ProblemResponseMapper.class)
@Path("banks/{bankCode}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface BankClient {

    /** An account as the banks name it. */
    record AccountReference(String bankCode, String accountNumber) {}

    /** @param transactionDate {@code 2011-12-05} */
    record TransferOrder(
            String transactionId,
            String transactionDate,
            AccountReference from,
            AccountReference to,
            long amountWon,
            String memo) {}

    record VerificationOrder(String transactionId, String transactionDate, String accountNumber, String memo) {}

    /** @param result {@code COMPLETED}, {@code REFUSED}, {@code IN_PROGRESS}, of an inquiry also {@code NOT_RECEIVED} */
    record TransferResult(
            @Nullable String result,
            @Nullable String reasonCode,
            @Nullable String bankReference,
            @Nullable String completedAt) {}

    record Account(
            @Nullable String holderName,
            @Nullable String status,
            @Nullable String openedOn,
            @Nullable String closedOn,
            @Nullable String taxStatus) {}

    @POST
    @Path("transfers")
    TransferResult transfer(@PathParam("bankCode") String bankCode, TransferOrder order);

    @GET
    @Path("transfers/{transactionDate}/{transactionId}")
    TransferResult inquire(
            @PathParam("bankCode") String bankCode,
            @PathParam("transactionDate") String transactionDate,
            @PathParam("transactionId") String transactionId);

    @POST
    @Path("verifications")
    TransferResult verify(@PathParam("bankCode") String bankCode, VerificationOrder order);

    @GET
    @Path("accounts/{accountNumber}")
    Account account(@PathParam("bankCode") String bankCode, @PathParam("accountNumber") String accountNumber);

    /** @param format {@code camt.053} */
    @GET
    @Path("statements/{date}")
    @Produces(MediaType.APPLICATION_XML)
    String statement(
            @PathParam("bankCode") String bankCode,
            @PathParam("date") String date,
            @QueryParam("format") String format,
            @QueryParam("accountNumber") String accountNumber,
            @QueryParam("page") int page,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);
}
