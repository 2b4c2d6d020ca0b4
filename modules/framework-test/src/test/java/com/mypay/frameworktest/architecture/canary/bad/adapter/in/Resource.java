package com.mypay.frameworktest.architecture.canary.bad.adapter.in;

import com.mypay.frameworktest.architecture.canary.bad.adapter.out.Client;
import jakarta.ws.rs.Path;

/** Canary: the way in knows the way out. And it is made anew for each request. */
@Path("/orders")
public class Resource {
    String call() {
        return new Client().call();
    }
}
