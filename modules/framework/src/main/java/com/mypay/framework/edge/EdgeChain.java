package com.mypay.framework.edge;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** All {@link EdgeFilter}s of this service in their order. */
public final class EdgeChain {

    private static final Logger LOGGER = Logger.getLogger(EdgeChain.class.getName());

    private static volatile EdgeChain current = new EdgeChain(List.of());

    private final List<EdgeFilter> filters;

    public EdgeChain(List<? extends EdgeFilter> filters) {
        this.filters = filters.stream()
                .sorted(Comparator.comparingInt(EdgeFilter::order))
                .map(EdgeFilter.class::cast)
                .toList();
    }

    /** This service's: found without injection, because REST clients' filters are made by hand. */
    public static EdgeChain current() {
        return current;
    }

    public static void use(EdgeChain chain) {
        current = chain;
    }

    public void before(Exchange exchange) {
        for (EdgeFilter filter : filters) {
            filter.before(exchange);
        }
    }

    /** Of an exchange that has ended already nothing is told again. */
    public void after(Exchange exchange) {
        if (!exchange.end()) {
            return;
        }
        for (int i = filters.size() - 1; i >= 0; i--) {
            try {
                filters.get(i).after(exchange);
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, e, () -> "a step after an exchange failed: " + exchange.operation());
            }
        }
    }

    /** Finds the filters at the start. */
    @ApplicationScoped
    public static class Start {

        @Inject
        private Instance<EdgeFilter> filters;

        void start(@Observes @Priority(2) @Initialized(ApplicationScoped.class) Object event) {
            use(new EdgeChain(filters.stream().toList()));
        }
    }
}
