/** Remittances, their process as a table, senders with their limits, fees, confirmations, standing remittances. */
@NullMarked
package com.mypay.remittance.domain;

import org.jspecify.annotations.NullMarked;
