/** Figures of a running installation, each beside a baseline that was measured in the same run. */
@NullMarked
package com.mypay.benchmarks;

import org.jspecify.annotations.NullMarked;
