package com.mypay.banking.application;

import com.mypay.banking.domain.BankContract;
import com.mypay.banking.domain.BankContracts;
import com.mypay.banking.domain.Purpose;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The contracts with the banks, and which banks can be used for what. */
@ApplicationScoped
public class FindBankContracts {

    private final BankContracts contracts;
    private final BankTerms terms;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    FindBankContracts(BankContracts contracts, BankTerms terms, Transactions transactions, Clock clock) {
        this.contracts = contracts;
        this.terms = terms;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindBankContracts() {
        this(null, null, null, null);
    }

    /** @param state on today's business date */
    public record Found(BankContract contract, BankContract.State state) {}

    /** @param inMaintenance usable today, but not at this moment */
    public record Transferable(BankContract contract, boolean inMaintenance) {}

    /** All, by bank code. */
    public List<Found> all() {
        return transactions.inTransaction(() -> contracts.all().stream()
                .map(contract -> new Found(contract, contract.stateOn(BusinessClock.businessDate(clock))))
                .toList());
    }

    /**
     * The banks whose accounts can be used for a purpose today. Where the corporate account pays, its own bank has to be
     * usable too: otherwise there are none.
     */
    public List<Transferable> transferable(Purpose purpose) {
        if (purpose.isPaidByCorporateAccount() && !corporateAccountCanPay(purpose)) {
            return List.of();
        }
        return all().stream()
                .map(Found::contract)
                .filter(contract -> terms.inForce(contract.bank(), purpose).isPresent())
                .map(contract -> new Transferable(contract, terms.isInMaintenance(contract)))
                .toList();
    }

    private boolean corporateAccountCanPay(Purpose purpose) {
        try {
            return terms.inForce(terms.corporateAccount().bank(), purpose).isPresent();
        } catch (RejectedException e) {
            return false;
        }
    }
}
