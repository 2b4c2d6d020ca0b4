package com.mypay.banking.application;

import com.mypay.banking.application.port.Bank;
import com.mypay.banking.application.port.Bank.AccountFacts;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankContracts;
import com.mypay.banking.domain.CorporateAccount;
import com.mypay.banking.domain.CorporateAccounts;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Staff enters one of the operator's own accounts (법인 계좌), or makes one that is known already the primary one. The
 * bank has to have it, open.
 */
@ApplicationScoped
public class RegisterCorporateAccount {

    static final String OPERATION = "register/corporate-account";

    private final CorporateAccounts accounts;
    private final BankContracts contracts;
    private final Bank bank;
    private final BankTerms terms;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;

    @Inject
    RegisterCorporateAccount(
            CorporateAccounts accounts,
            BankContracts contracts,
            Bank bank,
            BankTerms terms,
            Requests requests,
            Transactions transactions,
            Clock clock,
            Ids ids) {
        this.accounts = accounts;
        this.contracts = contracts;
        this.bank = bank;
        this.terms = terms;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RegisterCorporateAccount() {
        this(null, null, null, null, null, null, null, null);
    }

    /** @param primary from now on all money comes in and goes out through it */
    public record Command(Caller staff, RequestId requestId, BankAccountNumber account, boolean primary) {}

    public record Answer(String accountId, boolean primary) {}

    private record Content(String bankCode, String accountNumber, boolean primary) {}

    public Answer register(Command command) {
        BankAccountNumber account = command.account();
        CommandKey key = CommandKey.of(
                command.staff(),
                OPERATION,
                command.requestId(),
                new Content(account.bank().value(), account.number(), command.primary()));
        Optional<Answer> before = transactions.inTransaction(() -> requests.begin(key, Answer.class));
        return before.orElseGet(() -> register(command, key));
    }

    private Answer register(Command command, CommandKey key) {
        try {
            String holderName = holderOf(command.account());
            return transactions.inTransaction(() -> requests.finish(key, addOrFind(command, holderName)));
        } catch (RejectedException e) {
            transactions.inTransaction(() -> requests.abandon(key));
            throw e;
        } catch (UnavailableException e) {
            transactions.inTransaction(() -> requests.suspend(key));
            throw e;
        }
    }

    private String holderOf(BankAccountNumber account) {
        terms.permitting(account.bank(), null);
        AccountFacts facts = bank.findAccount(account)
                .orElseThrow(() -> new RejectedException(BankingProblem.ACCOUNT_NOT_AT_BANK, account.toString()));
        if (!facts.isOpen()) {
            throw new RejectedException(BankingProblem.ACCOUNT_NOT_OPEN, account + " is " + facts.status());
        }
        return facts.holderName();
    }

    /**
     * One after the other at each bank: two that entered the same account at once would meet in the database, and its
     * words, which name the account's number, in the log.
     */
    private Answer addOrFind(Command command, String holderName) {
        if (contracts.findForChange(command.account().bank()).isEmpty()) {
            throw new IllegalStateException(
                    "no contract with bank " + command.account().bank());
        }
        Optional<CorporateAccount> known = accounts.all().stream()
                .filter(account -> account.account().equals(command.account()))
                .findFirst();
        CorporateAccount account = known.orElseGet(() -> added(command, holderName));
        if (command.primary() && !account.isPrimary()) {
            accounts.makePrimary(account);
        }
        BusinessLog.event(BusinessEvent.CORPORATE_ACCOUNT_REGISTERED)
                .reference("accountId", account.id())
                .detail("bankCode", command.account().bank())
                .detail("primary", account.isPrimary())
                .detail("by", command.staff())
                .write();
        terms.changed();
        return new Answer(account.id(), account.isPrimary());
    }

    private CorporateAccount added(Command command, String holderName) {
        CorporateAccount account = CorporateAccount.registered(
                command.account(),
                holderName,
                new CorporateAccount.Registration(
                        ids.next(),
                        command.staff().toString(),
                        clock.instant(),
                        CallContext.current().guid().value()));
        accounts.add(account);
        return account;
    }
}
