package com.mypay.framework.client;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.context.CallContext;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Sends GUID, hop and the calling service's name along. Register it on each REST client interface. */
public class CallHeadersFilter implements ClientRequestFilter {

    private final String caller = "service/" + new ServiceName().name();

    @Override
    public void filter(ClientRequestContext request) {
        CallContext context = CallContext.current();
        request.getHeaders().putSingle(CallContext.GUID_HEADER, context.guid().value());
        request.getHeaders().putSingle(CallContext.HOP_HEADER, context.hop());
        request.getHeaders().putSingle(CallContext.CALLER_HEADER, caller);
    }
}
