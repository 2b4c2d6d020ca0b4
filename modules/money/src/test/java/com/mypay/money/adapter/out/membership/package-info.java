/** Membership's answers as money understands them. */
@NullMarked
package com.mypay.money.adapter.out.membership;

import org.jspecify.annotations.NullMarked;
