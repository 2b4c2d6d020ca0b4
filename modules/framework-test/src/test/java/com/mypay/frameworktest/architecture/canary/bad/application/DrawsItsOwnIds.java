package com.mypay.frameworktest.architecture.canary.bad.application;

import java.util.UUID;

/** Canary: ids that no test can foresee. */
class DrawsItsOwnIds {
    String next() {
        return UUID.randomUUID().toString();
    }
}
