/** Messages between services: QUEUE_LOG, its relay to the broker, the base of every consumer. */
@NullMarked
package com.mypay.framework.messaging;

import org.jspecify.annotations.NullMarked;
