/**
 * Jobs (Jakarta Batch) that drive settlement's use cases over a business date. Nothing is decided here: a step reads a
 * page, hands it to a use case, and the use case's rows commit together with the step's checkpoint.
 */
@NullMarked
package com.mypay.batchjobs;

import org.jspecify.annotations.NullMarked;
