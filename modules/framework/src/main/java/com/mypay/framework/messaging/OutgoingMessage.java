package com.mypay.framework.messaging;

/**
 * A message to another service.
 *
 * @param id its id for ever: 1 to 64 characters; a producer that may run twice derives it from what it tells
 *     ({@code slip-<id>}), so that the second run is refused by the row that is there
 * @param destination the broker's address
 * @param type contract and version: {@code slip-issued.v1}
 * @param body a record that the contract's JSON Schema describes; its JSON has at most 4,000 bytes
 */
public record OutgoingMessage(String id, String destination, String type, Record body) {}
