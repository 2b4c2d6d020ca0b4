package com.mypay.simulation.kernel;

/** A message on its way. */
public record Message(String id, String destination, String type, String payload, String guid, int hop) {

    @Override
    public String toString() {
        return id + " " + type;
    }
}
