/**
 * The banks outside (은행): an application of its own beside MyPay. It owns the banks, their customers' accounts and
 * balances, the transfers between them, the daily statements and the bills for calls. It executes a transfer exactly
 * once per (bank, transaction id, day), and can be told to be slow, silent, late, down, or to refuse.
 */
@NullMarked
package com.mypay.banksimulator;

import org.jspecify.annotations.NullMarked;
