package com.mypay.payment.adapter.out.money;

import static com.mypay.framework.value.RequestId.requestId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.stub.RestClients;
import com.mypay.frameworktest.stub.StubServer;
import com.mypay.frameworktest.stub.StubServer.Request;
import com.mypay.payment.application.PaymentProblem;
import com.mypay.payment.application.port.Money;
import com.mypay.payment.domain.PaymentId;
import java.net.URI;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RestMoneyTest {
    private static final String DECREASE = "/com/v1/decrease/money";
    private static final String INCREASE = "/com/v1/increase/money";
    private static final MemberId MEMBER = new MemberId(1001);
    private static final PaymentId PAYMENT = new PaymentId("a".repeat(32));

    @RegisterExtension
    static final TestCall CALL = TestCall.by(Caller.member(MEMBER));

    private final StubServer money = StubServer.start();

    @AfterEach
    void stop() {
        money.close();
    }

    @Test
    void theAmountIsTakenUnderThePaymentsRequestId() {
        money.on("POST", DECREASE).answers(200, "{\"balanceWon\":70000,\"toppedUpWon\":10000}");
        assertThat(decrease(money.uri())).isEqualTo(new Money.Decreased(won(70_000), won(10_000)));

        Request request = money.requests().get(0);
        assertThat(request.header("Idempotency-Key")).isEqualTo("pay-1");
        assertThat(request.header("MyPay-Guid")).isEqualTo(TestCall.GUID.value());
        assertThat(request.body())
                .contains("\"memberId\":1001", "\"amountWon\":30000", "\"reference\":\"" + PAYMENT + "\"");
    }

    @Test
    void theAmountIsGivenBackUnderTheCancellationsRequestId() {
        money.on("POST", INCREASE).answers(200, "{\"balanceWon\":100000}");
        increase(money.uri());
        assertThat(money.requests().get(0).header("Idempotency-Key")).isEqualTo("cancel-1");
        assertThat(money.requests().get(0).body()).contains("\"cause\":\"PAYMENT_CANCELLATION\"");
    }

    @Test
    void aRefusalHasItsReason() {
        money.on("POST", DECREASE).answers(422, "{\"code\":\"MONEY_INSUFFICIENT\",\"detail\":\"short by 1 won\"}");
        assertThatThrownBy(() -> decrease(money.uri())).isInstanceOfSatisfying(RejectedException.class, refused -> {
            assertThat(refused.problem()).isEqualTo(PaymentProblem.MONEY_INSUFFICIENT);
            assertThat(refused.detail()).isEqualTo("short by 1 won");
        });
    }

    @Test
    void silenceBrokenConnectionsAndErrorsLeaveTheOutcomeOpen() {
        money.on("POST", DECREASE)
                .neverAnswers()
                .hangsUp()
                .answers(500, "{\"code\":\"INTERNAL_ERROR\"}")
                .answers(504, "{\"code\":\"OUTCOME_UNKNOWN\"}")
                .answers(409, "{\"code\":\"REQUEST_RUNNING\"}")
                .answers(200, "no JSON");
        for (int call = 0; call < 6; call++) {
            assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> decrease(money.uri()));
        }
        assertThat(money.requests()).hasSize(6);
    }

    @Test
    void whoWasNotReachedHasNotMovedAnything() {
        money.on("POST", INCREASE).answers(503, "{\"code\":\"UNAVAILABLE\"}").answers(404, "not deployed yet");
        for (URI system : new URI[] {money.uri(), money.uri(), StubServer.nobody()}) {
            assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> increase(system));
        }
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> new RestMoney(new OpenCircuit()).increase(requestId("r1"), MEMBER, won(1), PAYMENT));
    }

    /** What the server's fault tolerance makes of the client while nobody is called. */
    private static final class OpenCircuit implements MoneyClient {
        @Override
        public Decreased decrease(String requestId, Decrease body) {
            throw new CircuitBreakerOpenException();
        }

        @Override
        public Increased increase(String requestId, Increase body) {
            throw new CircuitBreakerOpenException();
        }
    }

    private static Money.Decreased decrease(URI system) {
        return money(system).decrease(requestId("pay-1"), MEMBER, won(30_000), PAYMENT);
    }

    private static void increase(URI system) {
        money(system).increase(requestId("cancel-1"), MEMBER, won(30_000), PAYMENT);
    }

    private static RestMoney money(URI system) {
        return new RestMoney(RestClients.build(MoneyClient.class, system));
    }
}
