@NullMarked
package com.mypay.frameworktest.stub;

import org.jspecify.annotations.NullMarked;
