/** Message-driven beans in a real server, on the real broker process, through every kind of bad luck. */
@NullMarked
package com.mypay.systemtests.amqp;

import org.jspecify.annotations.NullMarked;
