/** A service's log lines on their way: the spool is opened at the start, and followed to the broker. */
@NullMarked
package com.mypay.framework.log.shipping;

import org.jspecify.annotations.NullMarked;
