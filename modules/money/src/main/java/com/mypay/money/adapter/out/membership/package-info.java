/** Membership, called over HTTP. */
@NullMarked
package com.mypay.money.adapter.out.membership;

import org.jspecify.annotations.NullMarked;
