package com.mypay.frameworktest.architecture.canary.bad.application;

import jakarta.transaction.Transactional;

/** Canary: a transaction that nobody sees. */
@Transactional
class IsTransactional {
    void run() {}
}
