package com.mypay.frameworktest.architecture.canary.bad.application;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;

/** Canary: a transaction by hand. */
class BeginsByHand {
    void run(UserTransaction transaction) throws NotSupportedException, SystemException {
        transaction.begin();
    }
}
