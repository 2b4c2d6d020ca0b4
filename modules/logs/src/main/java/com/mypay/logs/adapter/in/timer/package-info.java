/** What logs does again and again by itself. */
@NullMarked
package com.mypay.logs.adapter.in.timer;

import org.jspecify.annotations.NullMarked;
