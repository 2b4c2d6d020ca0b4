package com.mypay.banking.application;

import com.mypay.banking.application.port.Bank;
import com.mypay.banking.application.port.Bank.AccountFacts;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankContract;
import com.mypay.banking.domain.PayeeAccount;
import com.mypay.banking.domain.PayeeAccounts;
import com.mypay.banking.domain.Purpose;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.CommonProblem;
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
 * Asks the bank whose account it is that a remittance is to go to, and keeps its number (받는 계좌 확인): the sender sees the
 * holder's name, everybody else works with the id.
 */
@ApplicationScoped
public class ConfirmPayeeAccount {

    static final String OPERATION = "confirm/payee-account";

    private final PayeeAccounts accounts;
    private final Bank bank;
    private final BankTerms terms;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;

    @Inject
    ConfirmPayeeAccount(
            PayeeAccounts accounts,
            Bank bank,
            BankTerms terms,
            Requests requests,
            Transactions transactions,
            Clock clock,
            Ids ids) {
        this.accounts = accounts;
        this.bank = bank;
        this.terms = terms;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ConfirmPayeeAccount() {
        this(null, null, null, null, null, null, null);
    }

    public record Command(Caller caller, RequestId requestId, BankAccountNumber account) {}

    /** @param maskedNumber the last four digits */
    public record Answer(
            String payeeAccountId, String bankCode, String bankName, String maskedNumber, String holderName) {}

    /** What makes two commands the same, with the number in full: it is only hashed. */
    private record Content(String bankCode, String accountNumber) {}

    /** For services and staff. The same request gets the same answer, and the bank isn't asked again. */
    public Answer confirm(Command command) {
        if (!command.caller().isService() && !command.caller().isStaff()) {
            throw new RejectedException(CommonProblem.NOT_PERMITTED, "only for services and staff");
        }
        BankAccountNumber account = command.account();
        CommandKey key = CommandKey.of(
                command.caller(),
                OPERATION,
                command.requestId(),
                new Content(account.bank().value(), account.number()));
        Optional<Answer> before = transactions.inTransaction(() -> requests.begin(key, Answer.class));
        return before.orElseGet(() -> confirm(command, key));
    }

    private Answer confirm(Command command, CommandKey key) {
        try {
            BankContract contract = permitting(command.account());
            String holderName = holderOf(command.account());
            return transactions.inTransaction(
                    () -> requests.finish(key, added(command, holderName, contract.bankName())));
        } catch (RejectedException e) {
            transactions.inTransaction(() -> requests.abandon(key));
            throw e;
        } catch (UnavailableException e) {
            transactions.inTransaction(() -> requests.suspend(key));
            throw e;
        }
    }

    /** The bank that pays has to be in force too, though not at this moment: an order waits for its window to end. */
    private BankContract permitting(BankAccountNumber account) {
        BankAccountNumber payer = terms.corporateAccount();
        if (payer.equals(account)) {
            throw new RejectedException(BankingProblem.SAME_ACCOUNT, account.toString());
        }
        if (terms.inForce(payer.bank(), Purpose.REMITTANCE).isEmpty()) {
            throw new RejectedException(BankingProblem.BANK_CONTRACT_NOT_IN_FORCE, "bank " + payer.bank());
        }
        return terms.permitting(account.bank(), Purpose.REMITTANCE);
    }

    private String holderOf(BankAccountNumber account) {
        AccountFacts facts = bank.findAccount(account)
                .orElseThrow(() -> new RejectedException(BankingProblem.ACCOUNT_NOT_AT_BANK, account.toString()));
        if (!facts.isOpen()) {
            throw new RejectedException(BankingProblem.ACCOUNT_NOT_OPEN, account + " is " + facts.status());
        }
        return facts.holderName();
    }

    private Answer added(Command command, String holderName, String bankName) {
        PayeeAccount payee = PayeeAccount.confirmed(
                command.account(),
                holderName,
                new PayeeAccount.Confirmation(
                        ids.next(),
                        command.caller().toString(),
                        clock.instant(),
                        CallContext.current().guid().value()));
        accounts.add(payee);
        BusinessLog.event(BusinessEvent.PAYEE_ACCOUNT_CONFIRMED)
                .reference("payeeAccountId", payee.id())
                .detail("bankCode", command.account().bank())
                .detail("by", command.caller())
                .write();
        return new Answer(
                payee.id(),
                command.account().bank().value(),
                bankName,
                command.account().masked(),
                holderName);
    }
}
