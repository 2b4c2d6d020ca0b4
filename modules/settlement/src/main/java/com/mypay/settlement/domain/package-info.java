/** The rules of settlement, and the repositories that keep its rows. */
@NullMarked
package com.mypay.settlement.domain;

import org.jspecify.annotations.NullMarked;
