package com.mypay.frameworktest.architecture.canary.other;

/** A class of another service. */
public final class Neighbour {}
