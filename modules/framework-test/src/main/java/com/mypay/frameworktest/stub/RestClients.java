package com.mypay.frameworktest.stub;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

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

    /** @param client an interface annotated for MicroProfile REST Client; of its configuration only the time-outs differ */
    public static <T> T build(Class<T> client, URI system) {
        RegisterRestClient registration = client.getAnnotation(RegisterRestClient.class);
        if (registration != null) {
            // The framework's RestClientSettings would set the seconds of production; system properties come first.
            System.setProperty(registration.configKey() + "/mp-rest/connectTimeout", String.valueOf(TIMEOUT_MILLIS));
            System.setProperty(registration.configKey() + "/mp-rest/readTimeout", String.valueOf(TIMEOUT_MILLIS));
        }
        return RestClientBuilder.newBuilder()
                .baseUri(system)
                .connectTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .readTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .build(client);
    }
}
