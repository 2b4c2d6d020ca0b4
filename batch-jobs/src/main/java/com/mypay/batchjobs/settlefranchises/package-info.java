/** The job {@code settle-franchises}: freeze, settle, start payouts, pay out, verify, report. */
@NullMarked
package com.mypay.batchjobs.settlefranchises;

import org.jspecify.annotations.NullMarked;
