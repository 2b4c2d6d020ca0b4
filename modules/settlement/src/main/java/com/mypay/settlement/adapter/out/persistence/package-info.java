/**
 * The repositories on the database. Aggregates go through JPA; what comes by the thousand (slips, lines, sums,
 * carry-overs) is written in batches of plain SQL, in the same transaction.
 */
@NullMarked
package com.mypay.settlement.adapter.out.persistence;

import org.jspecify.annotations.NullMarked;
