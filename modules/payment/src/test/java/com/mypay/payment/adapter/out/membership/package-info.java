@NullMarked
package com.mypay.payment.adapter.out.membership;

import org.jspecify.annotations.NullMarked;
