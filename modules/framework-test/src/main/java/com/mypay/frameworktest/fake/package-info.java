/** In-memory stand-ins of the framework for use-case tests; held to the real ones by one contract test each. */
@NullMarked
package com.mypay.frameworktest.fake;

import org.jspecify.annotations.NullMarked;
