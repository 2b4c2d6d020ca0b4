package com.mypay.payment.adapter.out.money;

import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.payment.adapter.out.money.MoneyClient.Decrease;
import com.mypay.payment.adapter.out.money.MoneyClient.Increase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Calls to money with their limits: 1 s to connect and 15 s for the answer (configuration), 64 at a time; when half of 20
 * calls got no answer, none is sent for 2 seconds. A refusal is an answer.
 */
@ApplicationScoped
public class GuardedMoneyCalls {

    private static final int AT_A_TIME = 64;
    private static final int WINDOW = 20;
    private static final long CLOSED_MILLIS = 2_000;

    @Inject
    @RestClient
    private MoneyClient client;

    @Bulkhead(AT_A_TIME)
    @CircuitBreaker(
            requestVolumeThreshold = WINDOW,
            delay = CLOSED_MILLIS,
            delayUnit = ChronoUnit.MILLIS,
            skipOn = RemoteRefusalException.class)
    public MoneyClient.Decreased decrease(String requestId, Decrease body) {
        return client.decrease(requestId, body);
    }

    @Bulkhead(AT_A_TIME)
    @CircuitBreaker(
            requestVolumeThreshold = WINDOW,
            delay = CLOSED_MILLIS,
            delayUnit = ChronoUnit.MILLIS,
            skipOn = RemoteRefusalException.class)
    public MoneyClient.Increased increase(String requestId, Increase body) {
        return client.increase(requestId, body);
    }
}
