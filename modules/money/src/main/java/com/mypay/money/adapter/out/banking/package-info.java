/** Banking, called over HTTP. */
@NullMarked
package com.mypay.money.adapter.out.banking;

import org.jspecify.annotations.NullMarked;
