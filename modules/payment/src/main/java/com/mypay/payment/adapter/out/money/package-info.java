/** Money over HTTP. */
@NullMarked
package com.mypay.payment.adapter.out.money;

import org.jspecify.annotations.NullMarked;
