package com.mypay.banking.application;

import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.BankContract;
import com.mypay.banking.domain.BankContracts;
import com.mypay.banking.domain.ContractTerms;
import com.mypay.banking.domain.Firmbankings;
import com.mypay.framework.clock.RealTime;
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

/** Staff changes the contract with a bank: all its terms are given anew, the former ones stay in the history. */
@ApplicationScoped
public class ModifyBankContract {

    static final String OPERATION = "modify/bank-contract";

    private final BankContracts contracts;
    private final BankTerms terms;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;
    private final Firmbankings firmbankings;
    private final Clock realTime;

    @Inject
    ModifyBankContract(
            BankContracts contracts,
            BankTerms terms,
            Requests requests,
            Transactions transactions,
            Clock clock,
            Firmbankings firmbankings,
            @RealTime Clock realTime) {
        this.contracts = contracts;
        this.terms = terms;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
        this.firmbankings = firmbankings;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ModifyBankContract() {
        this(null, null, null, null, null, null, null);
    }

    public record Command(Caller staff, RequestId requestId, BankCode bank, ContractTerms terms) {}

    /** @param stepNo one more with each change */
    public record Answer(String bankCode, int stepNo) {}

    private record Content(BankCode bank, ContentTerms terms) {}

    public Answer modify(Command command) {
        CommandKey key = CommandKey.of(
                command.staff(),
                OPERATION,
                command.requestId(),
                new Content(command.bank(), ContentTerms.of(command.terms())));
        return transactions.inTransaction(() -> requests.once(key, Answer.class, () -> agree(command)));
    }

    private Answer agree(Command command) {
        BankContract contract = contracts
                .findForChange(command.bank())
                .orElseThrow(
                        () -> new RejectedException(BankingProblem.BANK_CONTRACT_NOT_FOUND, "bank " + command.bank()));
        contract.modify(command.terms());
        var step = contract.step(
                command.staff().toString(),
                clock.instant(),
                CallContext.current().guid().value());
        contracts.add(step);
        BusinessLog.event(BusinessEvent.BANK_CONTRACT_MODIFIED)
                .reference("bankCode", command.bank())
                .detail("stepNo", step.stepNo())
                .detail("by", command.staff())
                .write();
        terms.changed();
        // Its window may be another one now, or none; not before every server has read that
        firmbankings.lookAtMaintenance(
                realTime.instant().plus(BankTerms.GOOD_FOR).plusSeconds(1));
        return new Answer(command.bank().value(), step.stepNo());
    }
}
