package com.mypay.framework.messaging;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.json.Json;

/**
 * A message that has arrived.
 *
 * @param id the sender's {@link OutgoingMessage#id}
 * @param queue where it was taken from
 * @param type contract and version
 * @param payload JSON
 * @param context the sender's GUID, one hop further
 */
public record IncomingMessage(String id, String queue, String type, String payload, CallContext context) {

    /** @throws jakarta.json.bind.JsonbException if the payload isn't of this contract, or lacks something: a poison message */
    public <T extends Record> T body(Class<T> contract) {
        return Json.readWhole(payload, contract);
    }
}
