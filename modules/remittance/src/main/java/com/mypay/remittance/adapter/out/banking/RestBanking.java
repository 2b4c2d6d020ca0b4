package com.mypay.remittance.adapter.out.banking;

import com.mypay.framework.client.RemoteCalls;
import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.remittance.adapter.out.banking.BankingClient.AccountToConfirm;
import com.mypay.remittance.adapter.out.banking.BankingClient.ConfirmedAccount;
import com.mypay.remittance.application.RemittanceProblem;
import com.mypay.remittance.application.port.Banking;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.VerificationLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** {@link Banking} over REST. */
@ApplicationScoped
public class RestBanking implements Banking {

    private static final String SYSTEM = "banking";
    private static final String VERIFIED = "VERIFIED";
    private static final int NOT_FOUND = 404;

    private final BankingClient client;
    private final Ids ids;

    @Inject
    public RestBanking(@RestClient BankingClient client, Ids ids) {
        this.client = client;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RestBanking() {
        this(null, null);
    }

    /** Under an id of its own: to look an account up twice does no harm. */
    @Override
    public Payee confirmPayee(String bankCode, String accountNumber) {
        AccountToConfirm account = new AccountToConfirm(bankCode, accountNumber);
        try {
            ConfirmedAccount confirmed = ask(() -> client.confirm(ids.next(), account));
            return Payee.account(
                    new Payee.Account(
                            confirmed.payeeAccountId(),
                            confirmed.bankCode(),
                            confirmed.bankName(),
                            confirmed.maskedNumber()),
                    confirmed.holderName());
        } catch (RemoteRefusalException e) {
            throw refused(e);
        }
    }

    private static RuntimeException refused(RemoteRefusalException refusal) {
        return switch (refusal.code()) {
            case "ACCOUNT_NOT_AT_BANK" -> new RejectedException(RemittanceProblem.PAYEE_NOT_FOUND);
            case "ACCOUNT_NOT_OPEN", "SAME_ACCOUNT" -> new RejectedException(RemittanceProblem.PAYEE_NOT_ACTIVE);
            case "BANK_CONTRACT_NOT_IN_FORCE", "BANK_IN_MAINTENANCE", "NO_CORPORATE_ACCOUNT" ->
                new RejectedException(RemittanceProblem.BANK_NOT_TRANSFERABLE, refusal.code());
            default -> new IllegalStateException("banking refused to look an account up: " + refusal.code(), refusal);
        };
    }

    @Override
    public VerificationLevel levelOf(MemberId member) {
        try {
            String status = ask(() -> client.registeredAccount(member.value())).status();
            return status.equals(VERIFIED) ? VerificationLevel.VERIFIED : VerificationLevel.BASIC;
        } catch (RemoteRefusalException e) {
            if (e.status() == NOT_FOUND) {
                return VerificationLevel.BASIC;
            }
            throw e;
        }
    }

    @Override
    public List<TransferableBank> transferableBanks() {
        return ask(() -> client.transferableBanks("REMITTANCE")).banks().stream()
                .map(bank -> new TransferableBank(
                        bank.bankCode(), bank.bankName(), bank.inMaintenance(), Won.won(bank.perTransferLimitWon())))
                .toList();
    }

    /** These are questions: an answer that was lost is as good as no question. */
    private static <T> T ask(Supplier<T> question) {
        try {
            return RemoteCalls.call(SYSTEM, question);
        } catch (UnknownOutcomeException e) {
            throw new UnavailableException("banking did not answer", e);
        }
    }
}
