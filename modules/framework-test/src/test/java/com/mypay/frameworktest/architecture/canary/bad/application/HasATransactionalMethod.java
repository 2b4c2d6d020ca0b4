package com.mypay.frameworktest.architecture.canary.bad.application;

import jakarta.transaction.Transactional;

/** Canary: a self-call would lose it. */
class HasATransactionalMethod {
    @Transactional
    void run() {}
}
