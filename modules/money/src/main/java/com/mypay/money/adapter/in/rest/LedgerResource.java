package com.mypay.money.adapter.in.rest;

import com.mypay.framework.value.Won;
import com.mypay.money.application.FindAccounts;
import com.mypay.money.application.FindMemberMoney;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.MemberMoneys.MoneyTotal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Totals, for staff. */
@ApplicationScoped
@Path("adm/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "totals", description = "Sums over all members, and the ledger's accounts, for staff")
public class LedgerResource {

    @Inject
    private FindMemberMoney findMemberMoney;

    @Inject
    private FindAccounts findAccounts;

    @Schema(name = "MoneyTotal")
    public record TotalView(
            @Schema(description = "How many customers live there", examples = "312")
            long members,

            @Schema(description = "What they have together, in won", examples = "41250000")
            long totalWon) {}

    @Schema(name = "LedgerAccount")
    public record AccountView(
            @Schema(
                    description =
                            "MEMBER (all of them together), CORPORATE_CASH, PAYMENT_CLEARING, REMITTANCE_CLEARING,"
                                    + " FEE_INCOME, VAT_PAYABLE or ROUNDING")
            String account,

            @Schema(description = "In won; positive: owed or earned; cash is negative", examples = "-41250000")
            long balanceWon) {}

    @Schema(name = "LedgerAccounts")
    public record AccountsView(
            @Schema(description = "Together they are 0") List<AccountView> accounts) {}

    @GET
    @Path("find/money-total")
    @Operation(summary = "Add up the money of all customers of a district, of a province, or of all")
    @APIResponseSchema(value = TotalView.class, responseDescription = "The total")
    @APIResponse(responseCode = "400", description = "FIELD_INVALID")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    public TotalView total(
            @Parameter(description = "시도; all if not sent", example = "서울특별시")
                    @QueryParam("province")
                    @Size(max = 40) @Nullable String province,
            @Parameter(description = "시군구; all if not sent", example = "강남구")
                    @QueryParam("district")
                    @Size(max = 40) @Nullable String district) {
        MoneyTotal total = findMemberMoney.total(emptyToNull(province), emptyToNull(district));
        return new TotalView(total.members(), total.total().value());
    }

    @GET
    @Path("find/ledger-accounts")
    @Operation(summary = "Show the balances of the ledger's accounts")
    @APIResponseSchema(value = AccountsView.class, responseDescription = "All accounts")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED")
    public AccountsView accounts() {
        Map<AccountKind, Won> balances = findAccounts.balances();
        return new AccountsView(balances.entrySet().stream()
                .map(account -> new AccountView(
                        account.getKey().name(), account.getValue().value()))
                .toList());
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
