package com.mypay.framework.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;

class RemoteCallsTest {

    @Test
    void aCallThatWasNeverSentChangedNothing() {
        assertUnavailable(new ProcessingException(new ConnectException("refused")));
        assertUnavailable(new CircuitBreakerOpenException());
        assertUnavailable(new BulkheadException());
    }

    @Test
    void anAnswerThatNeverCameMayHideAnEffect() {
        assertThatExceptionOfType(UnknownOutcomeException.class)
                .isThrownBy(() -> RemoteCalls.call("banking", () -> {
                    throw new ProcessingException(new SocketTimeoutException("read timed out"));
                }));
    }

    @Test
    void aRefusalIsAnAnswer() {
        assertThatExceptionOfType(RemoteRefusalException.class)
                .isThrownBy(() -> RemoteCalls.call("banking", () -> {
                    throw new RemoteRefusalException(422, "LIMIT_EXCEEDED", "");
                }));
        assertThat(RemoteCalls.call("banking", () -> "answer")).isEqualTo("answer");
    }

    private static void assertUnavailable(RuntimeException failure) {
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> RemoteCalls.call("banking", () -> {
                    throw failure;
                }));
    }
}
