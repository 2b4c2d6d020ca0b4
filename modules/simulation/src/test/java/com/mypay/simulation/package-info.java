/**
 * Money, banking and remittance in one process: their real use cases and message consumers on the in-memory
 * repositories, in a world ({@link com.mypay.simulation.kernel}) in which everything that may go wrong does, decided by
 * one seed. {@link com.mypay.simulation.Run} plays one seed, {@link com.mypay.simulation.Invariants} judges it.
 */
@NullMarked
package com.mypay.simulation;

import org.jspecify.annotations.NullMarked;
