package com.mypay.simulation.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings what a service has committed to the broker, as the framework's does: what isn't confirmed stays and is sent
 * again. One server at a time relays; which one is chance. Looks only when there is something to see, which spares the
 * run an event twice a second.
 */
final class Relay {

    private static final int LOOKS_WITHIN_MILLIS = 500;

    private final World world;
    private final Service service;
    private final Broker broker;
    private boolean planned;

    Relay(World world, Service service, Broker broker) {
        this.world = world;
        this.service = service;
        this.broker = broker;
    }

    /** Something was committed. */
    void wake() {
        if (!planned) {
            planned = true;
            world.scheduler().after(world.dice().between(1, LOOKS_WITHIN_MILLIS), this::look);
        }
    }

    private void look() {
        planned = false;
        Server.Life server = service.anyServer();
        if (server != null) {
            try {
                relay(server);
            } catch (Crash e) {
                world.tell("{0} has died while it relayed", server);
            }
        }
        if (!service.queueLog().waiting().isEmpty()) {
            wake();
        }
    }

    private void relay(Server.Life server) {
        List<Message> confirmed = new ArrayList<>();
        server.reachStep();
        for (Message message : service.queueLog().waiting()) {
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
