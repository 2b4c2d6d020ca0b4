package com.mypay.framework.client;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * Gives each REST client the address and the time-outs that its own WAR says, {@code <configKey>/mp-rest/url},
 * {@code …/connectTimeout}, {@code …/readTimeout} (milliseconds; 1 s and 5 s where it says nothing). The server would read them itself, but with the
 * configuration of the whole EAR, in which no WAR's file is: there a client would have neither an address nor a
 * time-out. Found through {@code META-INF/services}.
 */
public class RestClientSettings implements RestClientListener {

    /** Where a WAR says nothing: the client itself would wait for ever. */
    private static final long CONNECT_MILLIS = 1_000;

    private static final long READ_MILLIS = 5_000;

    @Override
    public void onNewClient(Class<?> client, RestClientBuilder builder) {
        RegisterRestClient registration = client.getAnnotation(RegisterRestClient.class);
        if (registration == null || registration.configKey().isEmpty()) {
            return;
        }
        builder.register(new ClientExchange(registration.configKey()));
        currentConfig().ifPresent(config -> apply(config, registration.configKey() + "/mp-rest/", builder));
    }

    private static void apply(Config config, String prefix, RestClientBuilder builder) {
        config.getOptionalValue(prefix + "url", URI.class).ifPresent(builder::baseUri);
        builder.connectTimeout(
                config.getOptionalValue(prefix + "connectTimeout", Long.class).orElse(CONNECT_MILLIS),
                TimeUnit.MILLISECONDS);
        builder.readTimeout(
                config.getOptionalValue(prefix + "readTimeout", Long.class).orElse(READ_MILLIS), TimeUnit.MILLISECONDS);
    }

    /** Outside of a server there is none: who builds a client there says its address. */
    private static Optional<Config> currentConfig() {
        try {
            return Optional.of(ConfigProvider.getConfig());
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }
}
