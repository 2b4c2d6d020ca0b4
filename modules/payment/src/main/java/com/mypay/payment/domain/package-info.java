/** Payments, cancellations, slips, commission terms: their lives and rules. */
@NullMarked
package com.mypay.payment.domain;

import org.jspecify.annotations.NullMarked;
