package com.mypay.simulation.kernel;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.json.Json;
import com.mypay.framework.messaging.OutgoingMessage;

/** A message on its way. */
public record Message(String id, String destination, String type, String payload, String guid, int hop) {

    /** As it leaves the running business transaction. */
    public static Message of(OutgoingMessage message) {
        CallContext context = CallContext.current();
        return new Message(
                message.id(),
                message.destination(),
                message.type(),
                Json.write(message.body()),
                context.guid().value(),
                context.hop());
    }

    @Override
    public String toString() {
        return id + " " + type;
    }
}
