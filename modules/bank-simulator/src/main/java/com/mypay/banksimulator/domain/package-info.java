/**
 * The books of the banks: accounts, transfers, entries, and the rules by which money moves from one to the other.
 */
@NullMarked
package com.mypay.banksimulator.domain;

import org.jspecify.annotations.NullMarked;
