/** The business clock and its test offset. */
@NullMarked
package com.mypay.framework.clock;

import org.jspecify.annotations.NullMarked;
