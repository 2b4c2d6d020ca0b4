/**
 * Settlement (정산): what each franchise gets for the slips of a business date. It owns its replica of the slips, the
 * cycles, one line per slip, one settlement per franchise and cycle, what is carried over to a later cycle, and the
 * payouts. The jobs that drive it over a business date are in {@code batch-jobs}; everything they decide is decided
 * here.
 */
@NullMarked
package com.mypay.settlement;

import org.jspecify.annotations.NullMarked;
