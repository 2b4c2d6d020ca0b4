package com.mypay.frameworktest.architecture.canary.bad.application;

import com.mypay.frameworktest.architecture.canary.bad.adapter.out.Client;

/** Canary: calls the adapter instead of a port. */
class KnowsItsAdapter {
    String call() {
        return new Client().call();
    }
}
