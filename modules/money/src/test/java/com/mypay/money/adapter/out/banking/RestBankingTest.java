package com.mypay.money.adapter.out.banking;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.MemberId;
import com.mypay.money.application.port.Banking.Firmbanking;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RestBankingTest {

    private static final MemberId KIM = memberId(1001);

    private final StubClient client = new StubClient();
    private final RestBanking banking = new RestBanking(client);

    /** Answers each operation with the same. */
    private static final class StubClient implements BankingClient {

        private Supplier<FirmbankingAnswer> answer = () -> new FirmbankingAnswer("f1", "COMPLETED", null);
        private Supplier<RegisteredAccount> account = () -> account("VERIFIED");
        private @Nullable FirmbankingRequest request;
        private @Nullable String requestId;

        static RegisteredAccount account(String status) {
            return new RegisteredAccount("a1", "004", "국민은행", "123-***-***456", status, null);
        }

        @Override
        public FirmbankingAnswer request(String id, FirmbankingRequest body) {
            requestId = id;
            request = body;
            return answer.get();
        }

        @Override
        public FirmbankingAnswer find(String requester, String id) {
            requestId = requester + " " + id;
            return answer.get();
        }

        @Override
        public RegisteredAccount registeredAccount(long memberId) {
            return account.get();
        }
    }

    @Test
    void aTopUpGoesFromTheMemberToTheCorporateAccount() {
        assertThat(topUp()).isEqualTo(Firmbanking.completed("f1"));
        assertThat(client.requestId).isEqualTo("topup-1");
        assertThat(client.request)
                .isEqualTo(new BankingClient.FirmbankingRequest(
                        new BankingClient.Party("MEMBER", 1001L),
                        new BankingClient.Party("CORPORATE", null),
                        10_000,
                        "TOP_UP",
                        "MyPay top-up"));
    }

    @Test
    void aRefusalOfTheBankHasItsReason() {
        answers("REFUSED", "INSUFFICIENT_FUNDS");
        assertThat(topUp()).isEqualTo(Firmbanking.refused("f1", "INSUFFICIENT_FUNDS"));
        answers("REFUSED", null);
        assertThat(topUp()).isEqualTo(Firmbanking.refused("f1", "REFUSED"));
    }

    @Test
    void aRefusalOfBankingHasItsReasonToo() {
        refuses(422, "BANK_IN_MAINTENANCE");
        assertThat(topUp()).isEqualTo(Firmbanking.refused(null, "BANK_IN_MAINTENANCE"));
        refuses(422, "NO_VERIFIED_ACCOUNT");
        assertThat(topUp()).isEqualTo(Firmbanking.refused(null, Firmbanking.NO_LINKED_ACCOUNT));
    }

    @Test
    void whatIsNotAnEndIsNotKnown() {
        answers("UNKNOWN", "TIMED_OUT");
        assertThat(topUp()).isEqualTo(Firmbanking.unknown("f1"));
        answers("SENT", null);
        assertThat(topUp()).isEqualTo(Firmbanking.unknown("f1"));
        refuses(409, "REQUEST_RUNNING");
        assertThat(topUp()).isEqualTo(Firmbanking.unknown(null));
    }

    @Test
    void whatWasNeverSentHasNotHappened() {
        fails(new ProcessingException(new ConnectException("refused")));
        assertThatThrownBy(this::topUp).isInstanceOf(UnavailableException.class);
        fails(new CircuitBreakerOpenException());
        assertThatThrownBy(this::topUp).isInstanceOf(UnavailableException.class);
    }

    @Test
    void whatWasSentMayHaveHappened() {
        fails(new ProcessingException(new SocketTimeoutException("read timed out")));
        assertThatThrownBy(this::topUp).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void bankingIsAskedAboutOurOwnRequests() {
        assertThat(banking.find("topup-1")).contains(Firmbanking.completed("f1"));
        assertThat(client.requestId).isEqualTo("money topup-1");
        refuses(404, "FIRMBANKING_NOT_FOUND");
        assertThat(banking.find("topup-1")).isEmpty();
        refuses(400, "FIELD_INVALID");
        assertThatThrownBy(() -> banking.find("topup-1")).isInstanceOf(RemoteRefusalException.class);
    }

    @Test
    void onlyAVerifiedAccountIsLinked() {
        assertThat(banking.linkedAccountOf(KIM))
                .hasValueSatisfying(account -> assertThat(account.bankCode()).isEqualTo("004"));
        client.account = () -> StubClient.account("PENDING_VERIFICATION");
        assertThat(banking.linkedAccountOf(KIM)).isEmpty();
        client.account = () -> {
            throw new RemoteRefusalException(404, "BANK_ACCOUNT_NOT_FOUND", "");
        };
        assertThat(banking.linkedAccountOf(KIM)).isEmpty();
    }

    private Firmbanking topUp() {
        return banking.topUp("topup-1", KIM, won(10_000));
    }

    private void answers(String status, @Nullable String reason) {
        client.answer = () -> new BankingClient.FirmbankingAnswer("f1", status, reason);
    }

    private void refuses(int status, String code) {
        fails(new RemoteRefusalException(status, code, ""));
    }

    private void fails(RuntimeException failure) {
        client.answer = () -> {
            throw failure;
        };
    }
}
