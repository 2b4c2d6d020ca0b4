/** Payments in the schema PAYMENT. */
@NullMarked
package com.mypay.payment.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
