/**
 * Message-driven beans over AMQP 1.0, and connections for senders: a resource adapter (Jakarta Connectors) on the
 * Qpid JMS client.
 *
 * <p>A message is taken off its queue only when the transaction in which its bean ran has been committed. In every
 * other case the broker gets it back and counts the attempt, so that its redelivery policy (delay, number of attempts,
 * dead-letter queue) decides what becomes of it. Acceptance and commit are two steps: a crash between them brings the
 * message a second time, which the consumers guard against with their inbox row. At least once, never lost.
 */
@NullMarked
package com.mypay.amqpadapter;

import org.jspecify.annotations.NullMarked;
