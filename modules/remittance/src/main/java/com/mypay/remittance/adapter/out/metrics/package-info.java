/** What monitoring sees. */
@NullMarked
package com.mypay.remittance.adapter.out.metrics;

import org.jspecify.annotations.NullMarked;
