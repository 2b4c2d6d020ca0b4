/** Log lines on disk, from the thread that wrote them to the broker's confirmation. */
@NullMarked
package com.mypay.framework.log.spool;

import org.jspecify.annotations.NullMarked;
