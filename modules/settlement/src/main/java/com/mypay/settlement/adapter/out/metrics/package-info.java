/** Settlement's figures at {@code /metrics}. */
@NullMarked
package com.mypay.settlement.adapter.out.metrics;

import org.jspecify.annotations.NullMarked;
