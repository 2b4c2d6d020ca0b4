/** Deliberate bugs, planted from outside into parts of the services: a simulation that doesn't find them is worth nothing. */
@NullMarked
package com.mypay.simulation.bug;

import org.jspecify.annotations.NullMarked;
