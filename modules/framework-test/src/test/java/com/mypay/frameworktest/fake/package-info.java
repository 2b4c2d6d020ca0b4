@NullMarked
package com.mypay.frameworktest.fake;

import org.jspecify.annotations.NullMarked;
