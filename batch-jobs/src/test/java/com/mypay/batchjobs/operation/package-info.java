@NullMarked
package com.mypay.batchjobs.operation;

import org.jspecify.annotations.NullMarked;
