/** Invariants: each service checks its own, in tests and in production. */
@NullMarked
package com.mypay.framework.audit;

import org.jspecify.annotations.NullMarked;
