package com.mypay.frameworktest.fake;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** A configuration that has what a test says and nothing else. */
public final class FakeConfig {

    private FakeConfig() {}

    public static Config of(Map<String, String> values) {
        return ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(new Said(values))
                .build();
    }

    /** What an installation says. */
    private record Said(Map<String, String> values) implements ConfigSource {

        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        @SuppressWarnings("NullAway") // as MicroProfile says: null where there is no such key
        public String getValue(String name) {
            return values.get(name);
        }

        @Override
        public String getName() {
            return "test";
        }
    }
}
