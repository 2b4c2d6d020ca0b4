/** Messages in: requests for firmbankings from money and settlement. */
@NullMarked
package com.mypay.banking.adapter.in.messaging;

import org.jspecify.annotations.NullMarked;
