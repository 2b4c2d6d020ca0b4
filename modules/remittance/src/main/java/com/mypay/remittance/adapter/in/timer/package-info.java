/** What is done again and again. */
@NullMarked
package com.mypay.remittance.adapter.in.timer;

import org.jspecify.annotations.NullMarked;
