package com.mypay.banking.application;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.BankContract;
import com.mypay.banking.domain.BankContracts;
import com.mypay.banking.domain.CorporateAccount;
import com.mypay.banking.domain.CorporateAccounts;
import com.mypay.banking.domain.Purpose;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.clock.RealTime;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The contracts and the primary corporate account as every firmbanking needs them: kept in memory and read anew once a
 * second, so that a change is in force at once on the server where it was made and within a second on the others.
 */
@ApplicationScoped
class BankTerms {

    static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private record Known(
            Map<BankCode, BankContract> contracts, @Nullable BankAccountNumber corporateAccount, Instant readAt) {}

    private final BankContracts contracts;
    private final CorporateAccounts corporateAccounts;
    private final Transactions transactions;
    private final Clock clock;
    private final Clock realTime;
    private volatile @Nullable Known known;

    @Inject
    BankTerms(
            BankContracts contracts,
            CorporateAccounts corporateAccounts,
            Transactions transactions,
            Clock clock,
            @RealTime Clock realTime) {
        this.contracts = contracts;
        this.corporateAccounts = corporateAccounts;
        this.transactions = transactions;
        this.clock = clock;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected BankTerms() {
        this(null, null, null, null, null);
    }

    /** Once the running transaction has committed, what it has changed is read anew. */
    void changed() {
        transactions.afterCommit(() -> known = null);
    }

    BankAccountNumber corporateAccount() {
        BankAccountNumber account = known().corporateAccount();
        if (account == null) {
            throw new RejectedException(BankingProblem.NO_CORPORATE_ACCOUNT);
        }
        return account;
    }

    /** Whether calls about accounts of this bank may be made today for this purpose, or for any if it is {@code null}. */
    Optional<BankContract> inForce(BankCode bank, @Nullable Purpose purpose) {
        LocalDate today = BusinessClock.businessDate(clock);
        return Optional.ofNullable(known().contracts().get(bank))
                .filter(contract -> contract.stateOn(today) == BankContract.State.IN_FORCE)
                .filter(contract -> purpose == null || contract.isFor(purpose));
    }

    boolean isInMaintenance(BankContract contract) {
        return contract.isInMaintenance(timeInSeoul());
    }

    /** How long the bank takes no calls from now on; empty: it takes them. */
    Optional<Duration> maintenanceLeft(BankContract contract) {
        return contract.maintenanceLeft(timeInSeoul());
    }

    /** @throws RejectedException if there is no contract with this bank today for this purpose, or for none at all */
    BankContract agreed(BankCode bank, @Nullable Purpose purpose) {
        return inForce(bank, purpose)
                .orElseThrow(() -> new RejectedException(BankingProblem.BANK_CONTRACT_NOT_IN_FORCE, "bank " + bank));
    }

    /** @throws RejectedException if nothing may be sent to this bank now */
    BankContract permitting(BankCode bank, @Nullable Purpose purpose) {
        BankContract contract = agreed(bank, purpose);
        if (isInMaintenance(contract)) {
            throw new RejectedException(BankingProblem.BANK_IN_MAINTENANCE, "bank " + bank);
        }
        return contract;
    }

    private LocalTime timeInSeoul() {
        return LocalTime.ofInstant(clock.instant(), BusinessClock.SEOUL);
    }

    private Known known() {
        Instant now = realTime.instant();
        Known current = known;
        if (current == null || now.isAfter(current.readAt().plus(GOOD_FOR)) || now.isBefore(current.readAt())) {
            current = transactions.inTransaction(() -> read(now));
            known = current;
        }
        return current;
    }

    private Known read(Instant now) {
        return new Known(
                contracts.all().stream().collect(Collectors.toMap(BankContract::bank, Function.identity())),
                corporateAccounts.all().stream()
                        .filter(CorporateAccount::isPrimary)
                        .map(CorporateAccount::account)
                        .findFirst()
                        .orElse(null),
                now);
    }
}
