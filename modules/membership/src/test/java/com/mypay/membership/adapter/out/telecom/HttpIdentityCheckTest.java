package com.mypay.membership.adapter.out.telecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.stub.RestClients;
import com.mypay.frameworktest.stub.StubServer;
import java.net.URI;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HttpIdentityCheckTest {
    private static final String PATH = "/telecom/identity-checks";

    @RegisterExtension
    static final TestCall CALL = TestCall.by(Caller.ANONYMOUS);

    private final StubServer telecom = StubServer.start();

    @AfterEach
    void stop() {
        telecom.close();
    }

    @Test
    void theOperatorSaysWhetherNameAndNumberBelongTogether() {
        telecom.on("POST", PATH).answers(200, "{\"result\":\"MATCH\"}").answers(200, "{\"result\":\"MISMATCH\"}");
        assertThat(check(telecom.uri())).isTrue();
        assertThat(check(telecom.uri())).isFalse();
        assertThat(telecom.requests().get(0).body()).contains("김하늘", "010-1234-5678");
    }

    @Test
    void anAnswerThatSaysNothingConfirmsNothing() {
        telecom.on("POST", PATH).answers(200, "{}");
        assertThat(check(telecom.uri())).isFalse();
    }

    @Test
    void aQuestionWithoutAnAnswerMayBeAskedAgain() {
        telecom.on("POST", PATH).neverAnswers().hangsUp().answers(500, "").answers(503, "");
        for (int call = 0; call < 4; call++) {
            assertUnavailable(() -> check(telecom.uri()));
        }
        assertUnavailable(() -> check(StubServer.nobody()));
    }

    @Test
    void anOperatorThatIsNotAskedRightNowIsUnavailable() {
        assertUnavailable(() -> new HttpIdentityCheck(question -> {
                    throw new BulkheadException();
                })
                .matches("김하늘", "010-1234-5678"));
        assertUnavailable(() -> new HttpIdentityCheck(question -> {
                    throw new CircuitBreakerOpenException();
                })
                .matches("김하늘", "010-1234-5678"));
    }

    private static boolean check(URI system) {
        return new HttpIdentityCheck(RestClients.build(TelecomClient.class, system)).matches("김하늘", "010-1234-5678");
    }

    private static void assertUnavailable(Runnable call) {
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(call::run);
    }
}
