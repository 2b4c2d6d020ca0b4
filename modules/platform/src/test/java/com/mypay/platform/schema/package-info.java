/** The schema runner on the embedded database. */
@NullMarked
package com.mypay.platform.schema;

import org.jspecify.annotations.NullMarked;
