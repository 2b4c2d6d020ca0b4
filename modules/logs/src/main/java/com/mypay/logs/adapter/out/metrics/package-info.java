/** Figures of the logs at /metrics. */
@NullMarked
package com.mypay.logs.adapter.out.metrics;

import org.jspecify.annotations.NullMarked;
