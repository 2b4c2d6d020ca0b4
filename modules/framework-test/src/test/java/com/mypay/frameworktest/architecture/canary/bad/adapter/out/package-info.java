@NullMarked
package com.mypay.frameworktest.architecture.canary.bad.adapter.out;

import org.jspecify.annotations.NullMarked;
