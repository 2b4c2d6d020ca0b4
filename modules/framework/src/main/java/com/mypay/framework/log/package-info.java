/** Log lines that carry the GUID. */
@NullMarked
package com.mypay.framework.log;

import org.jspecify.annotations.NullMarked;
