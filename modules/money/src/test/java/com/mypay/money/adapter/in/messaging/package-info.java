/** Messages as money reads them. */
@NullMarked
package com.mypay.money.adapter.in.messaging;

import org.jspecify.annotations.NullMarked;
