package com.mypay.simulation.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings what a service has committed to the broker, as the framework's does: what isn't confirmed stays and is sent
 * again. One server at a time relays; which one is chance.
 */
final class Relay {

    private static final int EVERY_MILLIS = 500;

    private final World world;
    private final Service service;
    private final Broker broker;

    Relay(World world, Service service, Broker broker) {
        this.world = world;
        this.service = service;
        this.broker = broker;
    }

    void startOn(Server.Life server) {
        world.scheduler().after(world.dice().between(0, EVERY_MILLIS), () -> look(server));
    }

    private void look(Server.Life server) {
        if (server.isOver()) {
            return;
        }
        try {
            relay(server);
        } catch (Crash e) {
            return;
        }
        world.scheduler().after(world.dice().between(1, EVERY_MILLIS), () -> look(server));
    }

    private void relay(Server.Life server) {
        List<Message> waiting = service.queueLog().waiting();
        if (waiting.isEmpty()) {
            return;
        }
        server.reachStep();
        List<Message> confirmed = new ArrayList<>();
        for (Message message : waiting) {
            if (isConfirmed(message)) {
                confirmed.add(message);
            }
        }
        server.reachStep();
        confirmed.forEach(service.queueLog()::sent);
    }

    private boolean isConfirmed(Message message) {
        world.step();
        if (world.faults().strikes(Fault.MESSAGE_LOST) || !broker.store(message)) {
            world.tell("{0} does not reach the broker", message);
            return false;
        }
        return !world.faults().strikes(Fault.CONFIRMATION_LOST);
    }
}
