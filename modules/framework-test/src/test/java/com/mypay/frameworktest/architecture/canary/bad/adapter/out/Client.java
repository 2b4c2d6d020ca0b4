package com.mypay.frameworktest.architecture.canary.bad.adapter.out;

import com.mypay.frameworktest.architecture.canary.bad.adapter.in.Resource;

/** Canary: the way out knows the way in. */
public class Client {
    @SuppressWarnings("unused")
    private final Class<?> resource = Resource.class;

    public String call() {
        return "called";
    }
}
