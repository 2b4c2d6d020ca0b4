package com.mypay.frameworktest.architecture.canary.bad.application;

/** Canary: a suffix that says nothing. */
class PaymentsImpl {}
