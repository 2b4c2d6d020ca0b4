/** What runs by itself: asking the banks about firmbankings whose end is open. */
@NullMarked
package com.mypay.banking.adapter.in.timer;

import org.jspecify.annotations.NullMarked;
