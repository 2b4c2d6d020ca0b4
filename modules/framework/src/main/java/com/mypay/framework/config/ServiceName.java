package com.mypay.framework.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Which service this WAR is, and on which server it runs: what each WAR says of itself in its own
 * {@code META-INF/microprofile-config.properties}.
 *
 * <p>Asked for by this class's own loader, which is the WAR's: several WARs lie in one EAR, and where the server checks
 * injected configuration at the start it looks with the EAR's.
 */
@ApplicationScoped
public class ServiceName {

    private final String name;
    private final String node;
    private final String schemaVersion;
    private final List<String> queues;
    private final boolean relaying;

    @Inject
    public ServiceName() {
        this(ConfigProvider.getConfig(ServiceName.class.getClassLoader()));
    }

    private ServiceName(Config config) {
        this(
                config.getValue("mypay.service", String.class),
                config.getOptionalValue("mypay.node", String.class).orElse("node1"),
                config.getOptionalValue("mypay.schema.version", String.class).orElse(""),
                config.getOptionalValues("mypay.queues", String.class).orElse(List.of()),
                config.getOptionalValue("mypay.relay.enabled", Boolean.class).orElse(true));
    }

    public ServiceName(String name, String node, String schemaVersion, List<String> queues, boolean relaying) {
        this.name = name;
        this.node = node;
        this.schemaVersion = schemaVersion;
        this.queues = List.copyOf(queues);
        this.relaying = relaying;
    }

    /** {@code banking}. */
    public String name() {
        return name;
    }

    /** This server, stable and unique: leases go by it. */
    public String node() {
        return node;
    }

    /** The newest script of its schema that this WAR was written for: {@code 002}. */
    public String schemaVersion() {
        return schemaVersion;
    }

    /** The queues that it consumes. */
    public List<String> queues() {
        return queues;
    }

    /** Whether it brings its schema's messages to the broker. */
    public boolean isRelaying() {
        return relaying;
    }
}
