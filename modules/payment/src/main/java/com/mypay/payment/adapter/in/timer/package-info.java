/** What payment does by itself: deciding what is in doubt. */
@NullMarked
package com.mypay.payment.adapter.in.timer;

import org.jspecify.annotations.NullMarked;
