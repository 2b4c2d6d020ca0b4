/** What keeps jobs going: recovery after a crash, the schedule. */
@NullMarked
package com.mypay.batchjobs.operation;

import org.jspecify.annotations.NullMarked;
