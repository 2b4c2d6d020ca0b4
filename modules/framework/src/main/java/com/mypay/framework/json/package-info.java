/** JSON, one mapper for all of it. */
@NullMarked
package com.mypay.framework.json;

import org.jspecify.annotations.NullMarked;
