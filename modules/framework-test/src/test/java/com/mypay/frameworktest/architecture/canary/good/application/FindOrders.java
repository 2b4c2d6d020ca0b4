package com.mypay.frameworktest.architecture.canary.good.application;

/** Queries may be several. */
public class FindOrders {
    public String byId(long id) {
        return "order " + id;
    }

    public String byMember(long id) {
        return "orders of " + id;
    }
}
