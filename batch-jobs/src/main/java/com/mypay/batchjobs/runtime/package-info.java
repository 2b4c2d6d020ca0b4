/** The batch runtime around the jobs: which run, recovery at the start, the schedule. */
@NullMarked
package com.mypay.batchjobs.runtime;

import org.jspecify.annotations.NullMarked;
