package com.mypay.banking.application;

import com.mypay.banking.application.port.Bank;
import com.mypay.banking.application.port.Bank.AccountFacts;
import com.mypay.banking.application.port.Members;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.RegisteredBankAccount;
import com.mypay.banking.domain.RegisteredBankAccount.Change;
import com.mypay.banking.domain.RegisteredBankAccount.Registration;
import com.mypay.banking.domain.RegisteredBankAccounts;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Links a member's bank account (계좌 연동): asks membership for the member and the bank for the account, then pays 1 won
 * into it with a code that {@link VerifyBankAccount} wants to hear. An account that the member has verified before stays
 * the linked one until then.
 */
@ApplicationScoped
public class RegisterBankAccount {

    static final String OPERATION = "register/bank-account";

    /** What the member sees in its account's statement, followed by the code. */
    static final String MEMO = "마이페이";

    private final Members members;
    private final Bank bank;
    private final BankTerms terms;
    private final RegisteredBankAccounts accounts;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;

    @Inject
    RegisterBankAccount(
            Members members,
            Bank bank,
            BankTerms terms,
            RegisteredBankAccounts accounts,
            Requests requests,
            Transactions transactions,
            Clock clock,
            Ids ids) {
        this.members = members;
        this.bank = bank;
        this.terms = terms;
        this.accounts = accounts;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RegisterBankAccount() {
        this(null, null, null, null, null, null, null, null);
    }

    public record Command(
            Caller caller, RequestId requestId, MemberId member, BankAccountNumber account, String holderName) {}

    public record Answer(String accountId, String status) {}

    /** What makes two commands the same, with the number in full: it is only hashed. */
    private record Content(MemberId member, String bankCode, String accountNumber, String holderName) {}

    public Answer register(Command command) {
        if (!command.caller().mayActFor(command.member())) {
            throw new RejectedException(BankingProblem.MEMBER_NOT_FOUND, "member " + command.member());
        }
        BankAccountNumber account = command.account();
        CommandKey key = CommandKey.of(
                command.caller(),
                OPERATION,
                command.requestId(),
                new Content(command.member(), account.bank().value(), account.number(), command.holderName()));
        Optional<Answer> before = transactions.inTransaction(() -> requests.begin(key, Answer.class));
        return before.orElseGet(() -> register(command, key));
    }

    private Answer register(Command command, CommandKey key) {
        try {
            checkMember(command.member());
            terms.permitting(command.account().bank(), null);
            checkAccount(command.account(), command.holderName());
            RegisteredBankAccount registered = transactions.inTransaction(() -> addOrFind(command));
            sendCode(registered);
            return transactions.inTransaction(() -> requests.finish(
                    key, new Answer(registered.id(), registered.status().name())));
        } catch (RejectedException e) {
            transactions.inTransaction(() -> requests.abandon(key));
            throw e;
        } catch (UnavailableException | UnknownOutcomeException e) {
            // The account waits; the repetition goes on with it and with the same code
            transactions.inTransaction(() -> requests.suspend(key));
            throw e;
        }
    }

    private void checkMember(MemberId id) {
        Members.Member member = members.find(id)
                .orElseThrow(() -> new RejectedException(BankingProblem.MEMBER_NOT_FOUND, "member " + id));
        if (!member.active()) {
            throw new RejectedException(BankingProblem.MEMBER_NOT_ACTIVE, "member " + id);
        }
    }

    private void checkAccount(BankAccountNumber account, String holderName) {
        AccountFacts facts = bank.findAccount(account)
                .orElseThrow(() -> new RejectedException(BankingProblem.ACCOUNT_NOT_AT_BANK, account.toString()));
        if (!facts.isOpen()) {
            throw new RejectedException(BankingProblem.ACCOUNT_NOT_OPEN, account + " is " + facts.status());
        }
        if (!facts.holderName().strip().equals(holderName.strip())) {
            throw new RejectedException(BankingProblem.HOLDER_NAME_DIFFERS, account.toString());
        }
    }

    /** A repetition after a lost answer finds what it has begun; another account takes the place of the waiting one. */
    private RegisteredBankAccount addOrFind(Command command) {
        Change change = change(command.caller());
        for (RegisteredBankAccount pending : accounts.pending(command.member())) {
            boolean same = pending.account().equals(command.account())
                    && pending.codeSentOn().equals(BusinessClock.businessDate(clock));
            if (same) {
                return pending;
            }
            pending.abandon(change);
            accounts.save(pending);
        }
        LocalDate today = BusinessClock.businessDate(clock);
        if (accounts.codesSent(command.account(), today) >= RegisteredBankAccount.MAX_CODES_A_DAY) {
            throw new RejectedException(
                    BankingProblem.VERIFICATION_LIMIT_EXCEEDED,
                    command.account().toString());
        }
        RegisteredBankAccount account = RegisteredBankAccount.registered(
                new Registration(
                        ids.next(),
                        command.member(),
                        command.account(),
                        command.holderName().strip(),
                        newCode(),
                        today),
                change);
        accounts.add(account);
        BusinessLog.event(BusinessEvent.BANK_ACCOUNT_REGISTERED)
                .member(command.member())
                .reference("accountId", account.id())
                .detail("bankCode", command.account().bank())
                .detail("by", command.caller())
                .write();
        return account;
    }

    /** Four digits out of an id's random end. */
    private String newCode() {
        String id = ids.next();
        int random = Integer.parseInt(id.substring(id.length() - 6), 16);
        return String.format("%04d", random % 10_000);
    }

    private void sendCode(RegisteredBankAccount account) {
        Bank.Answer answer = bank.sendVerification(
                account.id(), account.codeSentOn(), account.account(), MEMO + account.verificationCode());
        if (!answer.completed()) {
            transactions.inTransaction(() -> {
                RegisteredBankAccount refused = accounts.find(account.id()).orElseThrow();
                refused.abandon(change(CallContext.current().caller()));
                accounts.save(refused);
            });
            throw new RejectedException(BankingProblem.VERIFICATION_REFUSED, "the bank says " + answer.reasonCode());
        }
    }

    private Change change(Caller caller) {
        return new Change(
                caller.toString(), clock.instant(), CallContext.current().guid().value());
    }
}
