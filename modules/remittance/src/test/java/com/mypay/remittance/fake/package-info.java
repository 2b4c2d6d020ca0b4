/** Remittance's repositories and the other systems, in memory; also for the simulation. */
@NullMarked
package com.mypay.remittance.fake;

import org.jspecify.annotations.NullMarked;
