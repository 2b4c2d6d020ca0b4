/**
 * The books in an embedded H2 file: one writer that commits in groups, so that an answer is given only for what would
 * survive the death of the process.
 */
@NullMarked
package com.mypay.banksimulator.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
