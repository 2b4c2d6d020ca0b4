@NullMarked
package com.mypay.frameworktest.oracle;

import org.jspecify.annotations.NullMarked;
