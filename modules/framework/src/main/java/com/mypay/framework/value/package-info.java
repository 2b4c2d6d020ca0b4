/** Values that every service shares: money, rates, ids, pages. */
@NullMarked
package com.mypay.framework.value;

import org.jspecify.annotations.NullMarked;
