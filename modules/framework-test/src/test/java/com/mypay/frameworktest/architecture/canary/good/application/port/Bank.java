package com.mypay.frameworktest.architecture.canary.good.application.port;

/** Another system. */
public interface Bank {
    boolean isOpen();
}
