@NullMarked
package com.mypay.benchmarks;

import org.jspecify.annotations.NullMarked;
