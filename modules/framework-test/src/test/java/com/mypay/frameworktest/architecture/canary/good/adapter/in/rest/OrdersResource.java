package com.mypay.frameworktest.architecture.canary.good.adapter.in.rest;

import com.mypay.framework.value.Won;
import com.mypay.frameworktest.architecture.canary.good.application.RequestOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** An adapter. */
@ApplicationScoped
@Path("/orders")
public class OrdersResource {
    private final RequestOrder requestOrder;

    OrdersResource(RequestOrder requestOrder) {
        this.requestOrder = requestOrder;
    }

    @POST
    public Response request(long id) {
        return Response.ok(requestOrder.request(new RequestOrder.Command(id, Won.won(id))))
                .build();
    }
}
