/** Banking's answers as money understands them. */
@NullMarked
package com.mypay.money.adapter.out.banking;

import org.jspecify.annotations.NullMarked;
