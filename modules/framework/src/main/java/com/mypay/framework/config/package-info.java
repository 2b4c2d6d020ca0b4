/** Configuration: every mypay.* key is known, or the start stops. */
@NullMarked
package com.mypay.framework.config;

import org.jspecify.annotations.NullMarked;
