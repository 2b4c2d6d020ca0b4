/** The steps of {@code import-slips}. */
@NullMarked
package com.mypay.batchjobs.slips;

import org.jspecify.annotations.NullMarked;
