@NullMarked
package com.mypay.batchjobs.reconcile;

import org.jspecify.annotations.NullMarked;
