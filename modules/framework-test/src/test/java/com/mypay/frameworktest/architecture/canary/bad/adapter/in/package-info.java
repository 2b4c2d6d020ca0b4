@NullMarked
package com.mypay.frameworktest.architecture.canary.bad.adapter.in;

import org.jspecify.annotations.NullMarked;
