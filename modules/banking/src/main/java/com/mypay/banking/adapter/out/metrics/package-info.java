/** Figures for the operator's monitoring. */
@NullMarked
package com.mypay.banking.adapter.out.metrics;

import org.jspecify.annotations.NullMarked;
