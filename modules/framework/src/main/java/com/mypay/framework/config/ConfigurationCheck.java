package com.mypay.framework.config;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stops the start of the service over a {@code mypay.*} key that nobody knows, over a key that a production profile
 * forbids, over pools that the database has no connections for, with one line that names the key and the remedy.
 */
@ApplicationScoped
public class ConfigurationCheck {

    private static final String PRODUCTION = "production";

    @Inject
    private ServiceName service;

    void check(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object event) {
        Config config = ConfigProvider.getConfig(ConfigurationCheck.class.getClassLoader());
        KnownKeys known = KnownKeys.onClasspath();
        for (String key : config.getPropertyNames()) {
            if (concernsThisService(key, known) && !known.contains(key)) {
                throw new ConfigurationException(
                        key,
                        "nobody knows this key; remove it or correct its name"
                                + known.mostSimilar(key)
                                        .map(name -> " (is it " + name + "?)")
                                        .orElse(""));
            }
        }
        refuseTestClockInProduction(
                config.getOptionalValue("mypay.profile", String.class),
                config.getOptionalValue("mypay.clock.file", String.class));
        ConnectionBudget.of(config).check();
    }

    static void refuseTestClockInProduction(Optional<String> profile, Optional<String> testClock) {
        if (profile.filter(PRODUCTION::equals).isPresent() && testClock.isPresent()) {
            throw new ConfigurationException(
                    "mypay.clock.file", "the test clock is not for mypay.profile=production; remove one of the two");
        }
    }

    /** Keys of another service ({@code mypay.payment.…}) are checked there; the environment's are the server's. */
    private boolean concernsThisService(String key, KnownKeys known) {
        if (!key.startsWith("mypay.") || isEnvironmentVariable(key)) {
            return false;
        }
        String second = key.substring("mypay.".length()).split("\\.", 2)[0].toLowerCase(Locale.ROOT);
        return second.equals(service.name()) || !known.isServiceName(second);
    }

    /** The server's MicroProfile Config lists {@code MYPAY_HTTP_PORT} as {@code mypay.http.port}, too. */
    private static boolean isEnvironmentVariable(String key) {
        return System.getenv().containsKey(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
    }
}
