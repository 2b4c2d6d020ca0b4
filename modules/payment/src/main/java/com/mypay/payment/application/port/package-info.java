/** The other services: money, membership. */
@NullMarked
package com.mypay.payment.application.port;

import org.jspecify.annotations.NullMarked;
