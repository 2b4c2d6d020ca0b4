/**
 * What one can ask of the banks: the use cases, which write through the {@link com.mypay.banksimulator.application.Ledger},
 * and the queries, which read the committed books.
 */
@NullMarked
package com.mypay.banksimulator.application;

import org.jspecify.annotations.NullMarked;
