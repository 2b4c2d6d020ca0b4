package com.mypay.frameworktest.architecture.canary.bad.domain;

/** Canary: money in floating point, as a field, a parameter and an array. */
class CountsInDoubles {
    private Double balance = 0.0;

    void add(float more) {
        balance = balance + more;
    }

    double[] parts() {
        return new double[] {balance};
    }
}
