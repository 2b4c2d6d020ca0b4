/** In-memory stand-ins of money's repositories and of the systems that it asks. */
@NullMarked
package com.mypay.money.fake;

import org.jspecify.annotations.NullMarked;
