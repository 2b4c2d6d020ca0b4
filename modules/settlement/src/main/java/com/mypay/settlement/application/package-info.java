/** What settlement can be asked to do, one class each; the batch jobs and the message consumers ask it. */
@NullMarked
package com.mypay.settlement.application;

import org.jspecify.annotations.NullMarked;
