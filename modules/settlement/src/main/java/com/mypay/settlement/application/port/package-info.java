/** Other systems as settlement needs them. */
@NullMarked
package com.mypay.settlement.application.port;

import org.jspecify.annotations.NullMarked;
