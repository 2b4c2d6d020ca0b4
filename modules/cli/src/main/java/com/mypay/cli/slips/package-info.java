/** A file of a shop's real lines, read as MyPay's slips. */
@NullMarked
package com.mypay.cli.slips;

import org.jspecify.annotations.NullMarked;
