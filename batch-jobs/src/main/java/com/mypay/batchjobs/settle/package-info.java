/** The steps of {@code settle-franchises}. */
@NullMarked
package com.mypay.batchjobs.settle;

import org.jspecify.annotations.NullMarked;
