@NullMarked
package com.mypay.frameworktest.architecture;

import org.jspecify.annotations.NullMarked;
