/**
 * The banks' clock, which a file can move for tests.
 */
@NullMarked
package com.mypay.banksimulator.adapter.out.clock;

import org.jspecify.annotations.NullMarked;
