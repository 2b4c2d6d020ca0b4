/**
 * Money owns what members have (마이 머니) and the ledger behind it: balances, holds, money changings, postings, charges
 * and top-ups. It moves nothing at a bank by itself: banking does, asked by message (charge) or by call (top-up). It
 * knows of members what membership's events tell it.
 */
@NullMarked
package com.mypay.money;

import org.jspecify.annotations.NullMarked;
