/** The embedded broker, from outside, through AMQP. */
@NullMarked
package com.mypay.platform.broker;

import org.jspecify.annotations.NullMarked;
