/** Settlement as Jakarta Batch jobs: readers, processors and writers that drive settlement's use cases. Nothing outside the database is called inside a chunk. */
@NullMarked
package com.mypay.batchjobs;

import org.jspecify.annotations.NullMarked;
