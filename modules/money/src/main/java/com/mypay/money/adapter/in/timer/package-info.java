/** What money does by itself, again and again. */
@NullMarked
package com.mypay.money.adapter.in.timer;

import org.jspecify.annotations.NullMarked;
