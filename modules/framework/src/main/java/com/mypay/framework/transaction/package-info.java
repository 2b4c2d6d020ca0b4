/** The one way to open a transaction. */
@NullMarked
package com.mypay.framework.transaction;

import org.jspecify.annotations.NullMarked;
