package com.mypay.banking.application;

import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.BankContract;
import com.mypay.banking.domain.BankContracts;
import com.mypay.banking.domain.ContractTerms;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Staff enters the operator's contract with a bank; there is one per bank. */
@ApplicationScoped
public class RegisterBankContract {

    static final String OPERATION = "register/bank-contract";

    private final BankContracts contracts;
    private final BankTerms terms;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    RegisterBankContract(
            BankContracts contracts, BankTerms terms, Requests requests, Transactions transactions, Clock clock) {
        this.contracts = contracts;
        this.terms = terms;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RegisterBankContract() {
        this(null, null, null, null, null);
    }

    public record Command(Caller staff, RequestId requestId, BankCode bank, ContractTerms terms) {}

    /** @param stepNo 1, and one more with each change */
    public record Answer(String bankCode, int stepNo) {}

    private record Content(BankCode bank, ContentTerms terms) {}

    public Answer register(Command command) {
        CommandKey key = CommandKey.of(
                command.staff(),
                OPERATION,
                command.requestId(),
                new Content(command.bank(), ContentTerms.of(command.terms())));
        return transactions.inTransaction(() -> requests.once(key, Answer.class, () -> add(command)));
    }

    private Answer add(Command command) {
        if (contracts.findForChange(command.bank()).isPresent()) {
            throw new RejectedException(BankingProblem.BANK_CONTRACT_EXISTS, "bank " + command.bank());
        }
        BankContract contract = BankContract.registered(command.bank(), command.terms());
        contracts.add(contract);
        var step = contract.step(
                command.staff().toString(),
                clock.instant(),
                CallContext.current().guid().value());
        contracts.add(step);
        BusinessLog.event(BusinessEvent.BANK_CONTRACT_REGISTERED)
                .reference("bankCode", command.bank())
                .detail("stepNo", step.stepNo())
                .detail("by", command.staff())
                .write();
        terms.changed();
        return new Answer(command.bank().value(), step.stepNo());
    }
}
