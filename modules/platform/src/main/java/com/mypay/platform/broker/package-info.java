/** The embedded broker: Artemis in its own process, AMQP 1.0 only, every queue defined beforehand. */
@NullMarked
package com.mypay.platform.broker;

import org.jspecify.annotations.NullMarked;
