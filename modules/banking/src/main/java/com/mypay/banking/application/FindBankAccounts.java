package com.mypay.banking.application;

import com.mypay.banking.application.port.Bank;
import com.mypay.banking.application.port.Bank.AccountFacts;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankContract;
import com.mypay.banking.domain.CorporateAccount;
import com.mypay.banking.domain.CorporateAccounts;
import com.mypay.banking.domain.RegisteredAccountStep;
import com.mypay.banking.domain.RegisteredBankAccount;
import com.mypay.banking.domain.RegisteredBankAccounts;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Members' registered accounts, the operator's own ones, and what banks tell about any account. */
@ApplicationScoped
public class FindBankAccounts {

    private final RegisteredBankAccounts accounts;
    private final CorporateAccounts corporateAccounts;
    private final Bank bank;
    private final BankTerms terms;
    private final Transactions transactions;

    @Inject
    FindBankAccounts(
            RegisteredBankAccounts accounts,
            CorporateAccounts corporateAccounts,
            Bank bank,
            BankTerms terms,
            Transactions transactions) {
        this.accounts = accounts;
        this.corporateAccounts = corporateAccounts;
        this.bank = bank;
        this.terms = terms;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindBankAccounts() {
        this(null, null, null, null, null);
    }

    /**
     * @param bankName as the contract names the bank, or its code where there is no contract in force any more
     * @param history from the registration on
     */
    public record Registered(RegisteredBankAccount account, String bankName, List<RegisteredAccountStep> history) {}

    /** The verified one; while there is none, the one registered last. */
    public Registered registered(Caller caller, MemberId member) {
        if (!caller.mayActFor(member)) {
            throw new RejectedException(BankingProblem.BANK_ACCOUNT_NOT_FOUND, "member " + member);
        }
        return transactions.inTransaction(() -> {
            RegisteredBankAccount account = accounts.verified(member)
                    .or(() -> accounts.latest(member))
                    .orElseThrow(
                            () -> new RejectedException(BankingProblem.BANK_ACCOUNT_NOT_FOUND, "member " + member));
            String bankName = terms.inForce(account.account().bank(), null)
                    .map(BankContract::bankName)
                    .orElseGet(() -> account.account().bank().value());
            return new Registered(account, bankName, accounts.history(account.id()));
        });
    }

    /** Asks the account's bank: whose it is, whether it is open, how it is taxed. Not for the anonymous. */
    public AccountFacts check(Caller caller, BankAccountNumber account) {
        if (caller.kind() == Caller.Kind.ANONYMOUS) {
            throw new RejectedException(CommonProblem.NOT_PERMITTED, "only for members, staff and services");
        }
        terms.permitting(account.bank(), null);
        return bank.findAccount(account)
                .orElseThrow(() -> new RejectedException(BankingProblem.ACCOUNT_NOT_AT_BANK, account.toString()));
    }

    public List<CorporateAccount> corporate() {
        return transactions.inTransaction(corporateAccounts::all);
    }
}
