/**
 * Remittance (송금) owns the sending of money from a member to a member or to a bank account: who may send how much, what it
 * costs, and the whole process from the acceptance to the end. It moves nothing itself: it tells money and banking by
 * messages what to do, one step at a time, and stores each step before it is sent. So whatever fails on the way, the money
 * is in exactly one place and the sender can see where.
 */
@NullMarked
package com.mypay.remittance;

import org.jspecify.annotations.NullMarked;
