package com.mypay.banking.adapter.in.rest;

import com.mypay.banking.application.BankingProblem;
import com.mypay.banking.application.FindBankContracts;
import com.mypay.banking.domain.ContractTerms;
import com.mypay.banking.domain.MaintenanceWindow;
import com.mypay.banking.domain.Purpose;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.Days;
import com.mypay.framework.value.Won;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON of contracts with banks. */
public final class ContractBodies {

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private ContractBodies() {}

    @Schema(name = "BankContractTerms", description = "A contract with a bank")
    public record TermsBody(
            @Schema(description = "The bank's three digits", examples = "088")
            @NotNull @Pattern(regexp = BankAccountsResource.BANK_CODE) String bankCode,

            @Schema(description = "The bank's name", examples = "신한은행") @NotBlank @Size(max = 60) String bankName,

            @Schema(description = "First business date", examples = "2011-01-01") @NotBlank String inForceFrom,

            @Schema(description = "Last business date", examples = "2030-12-31") @NotBlank String inForceTo,

            @Schema(description = "What a completed call costs, whole won", examples = "400")
            @NotNull @PositiveOrZero @Max(1_000_000) Long feePerCallWon,

            @Schema(description = "The most in one transfer, whole won") @NotNull @Positive @Max(Won.MAX_VALUE) Long perTransferLimitWon,

            @Schema(description = "The most on one business date, whole won; not below that of one transfer")
            @NotNull @Positive @Max(Won.MAX_VALUE) Long dailyLimitWon,

            @Schema(description = "HH:mm in Seoul: from then on the bank takes no calls", examples = "23:50")
            @Nullable @Pattern(regexp = TIME) String maintenanceFrom,

            @Schema(description = "HH:mm in Seoul: from then on it does again; may pass midnight", examples = "00:10")
            @Nullable @Pattern(regexp = TIME) String maintenanceTo,

            @Schema(description = "CHARGE, TOP_UP, PAYOUT, REMITTANCE; missing: all") @Nullable @Size(min = 1, max = 4) List<@NotNull @Pattern(regexp = FirmbankingBodies.PURPOSE) String> purposes,

            @Schema(
                    description = "How often at most the bank is called in a second for orders by message, 1 to 1000;"
                            + " missing: as often as we like",
                    examples = "20")
            @Nullable @Min(1) @Max(ContractTerms.MAX_CALLS_PER_SECOND) Integer callsPerSecond) {

        ContractTerms terms() {
            try {
                return new ContractTerms(
                        bankName,
                        Days.day(inForceFrom),
                        Days.day(inForceTo),
                        Won.won(feePerCallWon),
                        Won.won(perTransferLimitWon),
                        Won.won(dailyLimitWon),
                        maintenance(),
                        purposeSet(),
                        callsPerSecond);
            } catch (DateTimeException e) {
                throw new RejectedException(BankingProblem.CONTRACT_TERMS_INVALID, "a day is written 2011-12-05");
            } catch (IllegalArgumentException e) {
                throw new RejectedException(BankingProblem.CONTRACT_TERMS_INVALID, String.valueOf(e.getMessage()));
            }
        }

        private @Nullable MaintenanceWindow maintenance() {
            if (maintenanceFrom == null && maintenanceTo == null) {
                return null;
            }
            if (maintenanceFrom == null || maintenanceTo == null) {
                throw new IllegalArgumentException("a maintenance window has a begin and an end");
            }
            return new MaintenanceWindow(LocalTime.parse(maintenanceFrom), LocalTime.parse(maintenanceTo));
        }

        private Set<Purpose> purposeSet() {
            return purposes == null
                    ? EnumSet.allOf(Purpose.class)
                    : purposes.stream().map(Purpose::valueOf).collect(Collectors.toSet());
        }
    }

    @Schema(name = "BankContractModified", description = "The contract as it is now")
    public record ModifiedBody(
            @Schema(description = "The bank's three digits") String bankCode,

            @Schema(description = "1, and one more with each change")
            int stepNo) {}

    @Schema(name = "BankContract", description = "A contract with a bank and its state today")
    public record ContractBody(
            @Schema(description = "The bank's three digits") String bankCode,
            @Schema(description = "The bank's name") String bankName,

            @Schema(description = "NOT_YET_IN_FORCE, IN_FORCE or EXPIRED")
            String status,

            @Schema(description = "First business date") String inForceFrom,
            @Schema(description = "Last business date") String inForceTo,

            @Schema(description = "What a completed call costs, whole won")
            long feePerCallWon,

            @Schema(description = "The most in one transfer, whole won")
            long perTransferLimitWon,

            @Schema(description = "The most on one business date, whole won")
            long dailyLimitWon,

            @Schema(description = "HH:mm in Seoul") @Nullable String maintenanceFrom,

            @Schema(description = "HH:mm in Seoul") @Nullable String maintenanceTo,

            @Schema(description = "What it is for") List<String> purposes,

            @Schema(
                    description =
                            "How often at most the bank is called in a second for orders by message; missing: no limit")
            @Nullable Integer callsPerSecond) {

        static ContractBody of(FindBankContracts.Found found) {
            ContractTerms terms = found.contract().terms();
            MaintenanceWindow window = terms.maintenance();
            return new ContractBody(
                    found.contract().bank().value(),
                    terms.bankName(),
                    found.state().name(),
                    terms.inForceFrom().toString(),
                    terms.inForceTo().toString(),
                    terms.feePerCall().value(),
                    terms.perTransferLimit().value(),
                    terms.dailyLimit().value(),
                    window == null ? null : window.from().toString(),
                    window == null ? null : window.to().toString(),
                    terms.purposes().stream().sorted().map(Purpose::name).toList(),
                    terms.callsPerSecond());
        }
    }

    @Schema(name = "BankContracts", description = "All contracts")
    public record ContractsBody(
            @Schema(description = "By bank code") List<ContractBody> contracts) {}
}
