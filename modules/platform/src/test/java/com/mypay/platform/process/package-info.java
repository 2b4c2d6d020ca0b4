/** Starts and kills the servers as the operating system does. */
@NullMarked
package com.mypay.platform.process;

import org.jspecify.annotations.NullMarked;
