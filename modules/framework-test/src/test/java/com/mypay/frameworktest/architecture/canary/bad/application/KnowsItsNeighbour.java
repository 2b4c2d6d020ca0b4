package com.mypay.frameworktest.architecture.canary.bad.application;

import com.mypay.frameworktest.architecture.canary.other.Neighbour;

/** Canary: another service's class. */
class KnowsItsNeighbour {
    @SuppressWarnings("unused")
    private final Neighbour neighbour = new Neighbour();
}
