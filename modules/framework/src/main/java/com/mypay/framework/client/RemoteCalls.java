package com.mypay.framework.client;

import com.mypay.framework.client.ClientExchange.NotSentException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a failed call to another system means: it was never sent (unavailable), or nobody knows (unknown). Wrap
 * each call of a REST client with it.
 */
public final class RemoteCalls {

    private RemoteCalls() {}

    /** @param system for the message: {@code banking} */
    public static <T extends @Nullable Object> T call(String system, Supplier<T> call) {
        try {
            return call.get();
        } catch (CircuitBreakerOpenException | BulkheadException e) {
            throw new UnavailableException(system + " is not called right now: it has failed too often or is busy", e);
        } catch (NotSentException | ProcessingException e) {
            ClientExchange.noAnswer();
            if (wasNeverSent(e)) {
                throw new UnavailableException(system + " can't be reached", e);
            }
            throw new UnknownOutcomeException(system + " did not answer", "", e);
        }
    }

    private static boolean wasNeverSent(Throwable failure) {
        for (Throwable cause = failure; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            // A connect time-out is a ConnectException or, in the server's HTTP client, a subclass of it by name
            if (cause instanceof NotSentException
                    || cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof UnknownHostException
                    || cause.getClass().getSimpleName().equals("ConnectTimeoutException")) {
                return true;
            }
        }
        return false;
    }
}
