/** The steps around whatever passes an edge of a service: REST, messages, batch steps, calls of others. */
@NullMarked
package com.mypay.framework.edge;

import org.jspecify.annotations.NullMarked;
