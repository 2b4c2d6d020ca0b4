package com.mypay.money.adapter.out.banking;

import com.mypay.framework.client.RemoteCalls;
import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.money.adapter.out.banking.BankingClient.FirmbankingAnswer;
import com.mypay.money.adapter.out.banking.BankingClient.FirmbankingRequest;
import com.mypay.money.adapter.out.banking.BankingClient.Party;
import com.mypay.money.application.port.Banking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** {@link Banking} over HTTP. */
@ApplicationScoped
public class RestBanking implements Banking {

    private static final String SYSTEM = "banking";
    private static final String OURSELVES = "money";

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final BankingClient client;

    @Inject
    public RestBanking(@RestClient BankingClient client) {
        this.client = client;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RestBanking() {
        this(null);
    }

    @Override
    public Firmbanking topUp(String requestId, MemberId member, Won amount) {
        FirmbankingRequest request = new FirmbankingRequest(
                new Party("MEMBER", member.value()),
                new Party("CORPORATE", null),
                amount.value(),
                "TOP_UP",
                "MyPay top-up");
        try {
            return read(RemoteCalls.call(SYSTEM, () -> client.request(requestId, request)));
        } catch (RemoteRefusalException e) {
            return refused(e);
        }
    }

    private static Firmbanking refused(RemoteRefusalException refusal) {
        if (refusal.status() == CONFLICT) {
            return Firmbanking.unknown(null); // the same instruction is under way
        }
        return Firmbanking.refused(null, reasonOf(refusal.code()));
    }

    private static String reasonOf(@Nullable String code) {
        return code == null ? "REFUSED" : code;
    }

    @Override
    public Optional<Firmbanking> find(String requestId) {
        try {
            return Optional.of(read(RemoteCalls.call(SYSTEM, () -> client.find(OURSELVES, requestId))));
        } catch (RemoteRefusalException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Optional<LinkedAccount> linkedAccountOf(MemberId member) {
        try {
            return Optional.of(RemoteCalls.call(SYSTEM, () -> client.registeredAccount(member.value())))
                    .filter(account -> account.status().equals("VERIFIED"))
                    .map(account -> new LinkedAccount(
                            account.accountId(),
                            account.bankCode(),
                            account.bankName(),
                            account.accountNumberMasked(),
                            account.registeredAt()));
        } catch (RemoteRefusalException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Everything that isn't an end is not known yet: banking goes on asking the bank. */
    private static Firmbanking read(FirmbankingAnswer answer) {
        return switch (answer.status()) {
            case "COMPLETED" -> Firmbanking.completed(Objects.requireNonNull(answer.firmbankingId()));
            case "REFUSED" -> Firmbanking.refused(answer.firmbankingId(), reasonOf(answer.reasonCode()));
            default -> Firmbanking.unknown(answer.firmbankingId());
        };
    }
}
