package com.mypay.frameworktest.architecture.canary.bad.domain;

/** Canary: set by anybody to anything. */
class HasASetter {
    private String status = "";

    void setStatus(String status) {
        this.status = status;
    }

    String status() {
        return status;
    }
}
