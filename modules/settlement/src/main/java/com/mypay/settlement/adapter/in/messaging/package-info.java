/** Messages that settlement takes in. */
@NullMarked
package com.mypay.settlement.adapter.in.messaging;

import org.jspecify.annotations.NullMarked;
