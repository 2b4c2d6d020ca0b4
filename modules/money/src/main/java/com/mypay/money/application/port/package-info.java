/** Other systems that money asks. */
@NullMarked
package com.mypay.money.application.port;

import org.jspecify.annotations.NullMarked;
