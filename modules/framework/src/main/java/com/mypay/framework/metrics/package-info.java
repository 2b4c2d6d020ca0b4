/** Metrics that every service has. */
@NullMarked
package com.mypay.framework.metrics;

import org.jspecify.annotations.NullMarked;
