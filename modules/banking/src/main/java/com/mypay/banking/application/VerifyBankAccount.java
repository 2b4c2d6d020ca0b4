package com.mypay.banking.application;

import com.mypay.banking.domain.RegisteredBankAccount;
import com.mypay.banking.domain.RegisteredBankAccount.Change;
import com.mypay.banking.domain.RegisteredBankAccount.CodeCheck;
import com.mypay.banking.domain.RegisteredBankAccounts;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The member tells the code of the 1-won deposit (1원 인증); right, the account becomes the linked one and takes the place
 * of a former one. A wrong code counts, once per request id; the third locks the account.
 */
@ApplicationScoped
public class VerifyBankAccount {

    static final String OPERATION = "verify/bank-account";

    private final RegisteredBankAccounts accounts;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    VerifyBankAccount(RegisteredBankAccounts accounts, Requests requests, Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected VerifyBankAccount() {
        this(null, null, null, null);
    }

    public record Command(Caller caller, RequestId requestId, MemberId member, String code) {}

    public record Answer(String accountId, String status) {}

    private record Content(MemberId member, String code) {}

    /** Public for JSON: the answer is kept for repetitions, a wrong code's too. */
    public record Outcome(CodeCheck check, String accountId, String status) {}

    public Answer verify(Command command) {
        if (!command.caller().mayActFor(command.member())) {
            throw new RejectedException(BankingProblem.NOTHING_TO_VERIFY, "member " + command.member());
        }
        CommandKey key = CommandKey.of(
                command.caller(), OPERATION, command.requestId(), new Content(command.member(), command.code()));
        // A wrong code is an outcome and not an exception: it has to be counted
        Outcome outcome = transactions.inTransaction(() -> requests.once(key, Outcome.class, () -> check(command)));
        return switch (outcome.check()) {
            case RIGHT -> new Answer(outcome.accountId(), outcome.status());
            case WRONG -> throw new RejectedException(BankingProblem.VERIFICATION_CODE_WRONG);
            case LOCKED -> throw new RejectedException(BankingProblem.VERIFICATION_LOCKED);
            case EXPIRED -> throw new RejectedException(BankingProblem.VERIFICATION_EXPIRED);
        };
    }

    private Outcome check(Command command) {
        // Read before the pending one: read after it, it could be that same account, verified by somebody else
        // meanwhile
        Optional<RegisteredBankAccount> former = accounts.verified(command.member());
        RegisteredBankAccount account = accounts.pending(command.member()).stream()
                .findFirst()
                .orElseThrow(
                        () -> new RejectedException(BankingProblem.NOTHING_TO_VERIFY, "member " + command.member()));
        Change change = new Change(
                command.caller().toString(),
                clock.instant(),
                CallContext.current().guid().value());
        LocalDate today = BusinessClock.businessDate(clock);
        if (account.accepts(command.code(), today)) {
            former.ifPresent(replaced -> {
                replaced.replace(change);
                accounts.save(replaced);
            });
        }
        CodeCheck check = account.verify(command.code(), today, change);
        accounts.save(account);
        if (check == CodeCheck.RIGHT) {
            BusinessLog.event(BusinessEvent.BANK_ACCOUNT_VERIFIED)
                    .member(command.member())
                    .reference("accountId", account.id())
                    .detail("by", command.caller())
                    .write();
        }
        return new Outcome(check, account.id(), account.status().name());
    }
}
