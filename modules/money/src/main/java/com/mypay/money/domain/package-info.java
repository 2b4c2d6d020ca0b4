/** Balances, the ledger, charges, holds: what they are and what they never do. */
@NullMarked
package com.mypay.money.domain;

import org.jspecify.annotations.NullMarked;
