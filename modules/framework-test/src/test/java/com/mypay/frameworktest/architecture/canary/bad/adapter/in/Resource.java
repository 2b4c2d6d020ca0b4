package com.mypay.frameworktest.architecture.canary.bad.adapter.in;

import com.mypay.frameworktest.architecture.canary.bad.adapter.out.Client;

/** Canary: the way in knows the way out. */
public class Resource {
    String call() {
        return new Client().call();
    }
}
