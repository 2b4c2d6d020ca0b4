package com.mypay.frameworktest.architecture.canary.good.domain;

/** Its life. */
public enum OrderStatus {
    REQUESTED,
    COMPLETED
}
