package com.mypay.frameworktest.architecture.canary.bad.application;

/** Canary: two public methods. */
public class DoesTwoThings {
    public String one() {
        return "one";
    }

    public String two() {
        return "two";
    }
}
