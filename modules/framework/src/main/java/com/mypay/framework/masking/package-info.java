/** Hides personal data and secrets in whatever leaves the process beside its purpose: logs above all. */
@NullMarked
package com.mypay.framework.masking;

import org.jspecify.annotations.NullMarked;
