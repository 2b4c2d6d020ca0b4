/** The steps of {@code purge-finished}, and its schedule. */
@NullMarked
package com.mypay.batchjobs.purge;

import org.jspecify.annotations.NullMarked;
