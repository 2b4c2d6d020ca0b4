/**
 * A world that is decided by its seed: who goes on next, what time it is, which message gets lost, which server dies.
 * Knows the framework and no service.
 *
 * <p>A step is a transaction or a call of another system. Between any two of them another activity may go on, and the
 * server may die: then what wasn't committed is lost, with everything that it had in memory.
 */
@NullMarked
package com.mypay.simulation.kernel;

import org.jspecify.annotations.NullMarked;
