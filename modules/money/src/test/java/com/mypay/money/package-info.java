/** Money as a whole, without a server. */
@NullMarked
package com.mypay.money;

import org.jspecify.annotations.NullMarked;
