@NullMarked
package com.mypay.frameworktest.architecture.canary.other;

import org.jspecify.annotations.NullMarked;
