/** Membership's events. */
@NullMarked
package com.mypay.payment.adapter.in.messaging;

import org.jspecify.annotations.NullMarked;
