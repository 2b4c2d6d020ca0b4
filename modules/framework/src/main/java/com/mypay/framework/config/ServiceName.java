package com.mypay.framework.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which service this WAR is, and on which server it runs. */
@ApplicationScoped
public class ServiceName {

    private final String name;
    private final String node;

    /**
     * @param name {@code mypay.service}, written in each WAR's own microprofile-config.properties
     * @param node {@code mypay.node}, stable and unique per server: leases go by it
     */
    @Inject
    public ServiceName(
            @ConfigProperty(name = "mypay.service") String name,
            @ConfigProperty(name = "mypay.node", defaultValue = "node1") String node) {
        this.name = name;
        this.node = node;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ServiceName() {
        this(null, null);
    }

    public String name() {
        return name;
    }

    public String node() {
        return node;
    }
}
