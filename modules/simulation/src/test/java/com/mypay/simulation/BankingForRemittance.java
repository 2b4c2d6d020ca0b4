package com.mypay.simulation;

import com.mypay.banking.application.BankingProblem;
import com.mypay.banking.application.ConfirmPayeeAccount;
import com.mypay.banking.application.FindBankAccounts;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.RegisteredAccountStatus;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.remittance.application.RemittanceProblem;
import com.mypay.remittance.application.port.Banking;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.VerificationLevel;
import com.mypay.simulation.kernel.Server;
import com.mypay.simulation.kernel.Service;
import java.util.List;

/** Remittance's REST client and banking's resources in one: banking as a server of remittance's reaches it. */
final class BankingForRemittance implements Banking {

    /** As remittance's configuration has it. */
    private static final int TIMEOUT_MILLIS = 8_000;

    private static final Caller REMITTANCE = Caller.service("remittance");

    private final Server.Life server;
    private final BankingService banking;

    BankingForRemittance(Server.Life server, BankingService banking) {
        this.server = server;
        this.banking = banking;
    }

    @Override
    public Payee confirmPayee(String bankCode, String accountNumber) {
        ConfirmPayeeAccount.Command command = new ConfirmPayeeAccount.Command(
                REMITTANCE,
                new RequestId(server.world().ids().next()),
                BankAccountNumber.account(bankCode, accountNumber));
        try {
            ConfirmPayeeAccount.Answer confirmed =
                    ask(callee -> callee.beans().get(ConfirmPayeeAccount.class).confirm(command));
            return Payee.account(
                    new Payee.Account(
                            confirmed.payeeAccountId(),
                            confirmed.bankCode(),
                            confirmed.bankName(),
                            confirmed.maskedNumber()),
                    confirmed.holderName());
        } catch (RejectedException e) {
            throw refused(e);
        }
    }

    private static RuntimeException refused(RejectedException refusal) {
        if (refusal.problem() == BankingProblem.ACCOUNT_NOT_AT_BANK) {
            return new RejectedException(RemittanceProblem.PAYEE_NOT_FOUND);
        }
        if (refusal.problem() == BankingProblem.BANK_IN_MAINTENANCE) {
            return new RejectedException(RemittanceProblem.BANK_NOT_TRANSFERABLE);
        }
        return new IllegalStateException("banking refused to look an account up", refusal);
    }

    @Override
    public VerificationLevel levelOf(MemberId member) {
        RegisteredAccountStatus status = ask(callee -> callee.beans()
                .get(FindBankAccounts.class)
                .registered(REMITTANCE, member)
                .account()
                .status());
        return status == RegisteredAccountStatus.VERIFIED ? VerificationLevel.VERIFIED : VerificationLevel.BASIC;
    }

    @Override
    public List<TransferableBank> transferableBanks() {
        throw new IllegalStateException("nobody asks for the list of banks in a run");
    }

    private <T> T ask(Service.ServerCall<T> question) {
        CallContext mine = CallContext.current();
        CallContext theirs = new CallContext(mine.guid(), mine.hop() + 1, REMITTANCE, "banking");
        try {
            return server.call(banking, TIMEOUT_MILLIS, callee -> theirs.call(() -> question.on(callee)));
        } catch (UnknownOutcomeException e) {
            throw new UnavailableException("banking did not answer", e);
        }
    }
}
