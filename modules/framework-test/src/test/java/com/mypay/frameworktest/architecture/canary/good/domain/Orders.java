package com.mypay.frameworktest.architecture.canary.good.domain;

/** A repository. */
public interface Orders {
    void add(Order order);
}
