package com.mypay.framework.rest;

import com.mypay.framework.edge.EdgeChain;
import com.mypay.framework.edge.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletRequest;

/**
 * Ends the {@link Exchange} of each request that the server is done with and that {@link ExchangeFilter} has not ended:
 * its caller has gone away while the answer was written, or the answer had no body to write in the end.
 */
@ApplicationScoped
public class ExchangeNet {

    void end(@Observes @Destroyed(RequestScoped.class) ServletRequest request) {
        Exchange exchange = ExchangeFilter.of(request.getAttribute(ExchangeFilter.property()));
        if (exchange != null) {
            EdgeChain.current().after(exchange);
        }
    }
}
