/** What goes wrong, in three kinds: refused, unavailable, unknown. */
@NullMarked
package com.mypay.framework.problem;

import org.jspecify.annotations.NullMarked;
