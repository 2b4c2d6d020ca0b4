package com.mypay.frameworktest.stub;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * A service's own REST client interface outside of a server, with the implementation that the server has too; filters
 * and mappers that the interface registers are in force. Fault tolerance (circuit breaker, bulkhead) isn't: it is the
 * server's.
 *
 * <pre>{@code
 * Memberships memberships = new RestMemberships(RestClients.build(MembershipClient.class, stub.uri()));
 * }</pre>
 */
public final class RestClients {
    /** Short, so that a test of a silent system doesn't take long. */
    private static final long TIMEOUT_MILLIS = 500;

    private RestClients() {}

    /** @param client an interface annotated for MicroProfile REST Client; its configuration keys are not read */
    public static <T> T build(Class<T> client, URI system) {
        return RestClientBuilder.newBuilder()
                .baseUri(system)
                .connectTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .readTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .build(client);
    }
}
