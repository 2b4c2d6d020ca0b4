/** Messages in: membership's events, money's and banking's answers. */
@NullMarked
package com.mypay.remittance.adapter.in.messaging;

import org.jspecify.annotations.NullMarked;
