package com.mypay.simulation.kernel;

/** A server has died: unwinds what it was doing. An {@link Error}, so that no code of the product takes it for its own. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String server) {
        super(server + " has died", null, false, false);
    }
}
