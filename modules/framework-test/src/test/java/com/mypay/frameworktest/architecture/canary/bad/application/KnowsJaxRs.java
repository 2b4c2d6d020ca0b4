package com.mypay.frameworktest.architecture.canary.bad.application;

import jakarta.ws.rs.core.Response;

/** Canary: a use case that knows HTTP. */
class KnowsJaxRs {
    int status(Response response) {
        return response.getStatus();
    }
}
