package com.mypay.banking.adapter.in.rest;

import com.mypay.banking.application.FindBankContracts;
import com.mypay.banking.application.FindBankContracts.Transferable;
import com.mypay.banking.domain.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which banks can be used. */
@ApplicationScoped
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "banks", description = "Banks that can be used")
public class BanksResource {

    @Inject
    private FindBankContracts findBankContracts;

    @Schema(name = "TransferableBank", description = "A bank with a contract in force")
    public record BankBody(
            @Schema(description = "The bank's three digits") String bankCode,

            @Schema(description = "Its name as in the contract")
            String bankName,

            @Schema(description = "Usable today, but not at this moment")
            boolean inMaintenance,

            @Schema(description = "The most in one transfer, whole won")
            long perTransferLimitWon) {

        static BankBody of(Transferable bank) {
            return new BankBody(
                    bank.contract().bank().value(),
                    bank.contract().bankName(),
                    bank.inMaintenance(),
                    bank.contract().perTransferLimit().value());
        }
    }

    @Schema(name = "TransferableBanks", description = "The banks that can be used for a purpose")
    public record BanksBody(
            @Schema(description = "By bank code") List<BankBody> banks) {}

    @GET
    @Path("find/transferable-banks")
    @Operation(summary = "The banks whose accounts can be used for a purpose today")
    @APIResponse(
            responseCode = "200",
            description = "The banks",
            content = @Content(schema = @Schema(implementation = BanksBody.class)))
    @APIResponse(responseCode = "400", description = "FIELD_INVALID")
    public BanksBody transferable(
            @Parameter(description = "CHARGE, TOP_UP, PAYOUT or REMITTANCE")
                    @QueryParam("purpose")
                    @NotNull @Pattern(regexp = FirmbankingBodies.PURPOSE) String purpose) {
        return new BanksBody(findBankContracts.transferable(Purpose.valueOf(purpose)).stream()
                .map(BankBody::of)
                .toList());
    }
}
