/** The step of {@code reconcile-bank-statement}. */
@NullMarked
package com.mypay.batchjobs.reconcile;

import org.jspecify.annotations.NullMarked;
