/** The architecture as rules that a build keeps. Every rule has a deliberately bad class in the tests that it rejects. */
@NullMarked
package com.mypay.frameworktest.architecture;

import org.jspecify.annotations.NullMarked;
