package com.mypay.frameworktest.architecture.canary.bad.application;

/** Canary: no public method. */
public class DoesNothing {
    String hidden() {
        return "hidden";
    }
}
