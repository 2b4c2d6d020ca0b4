/** The command {@code mypay}: starts, stops, plays, settles, checks. Thin: what it does goes through the product's own APIs. */
@NullMarked
package com.mypay.cli;

import org.jspecify.annotations.NullMarked;
