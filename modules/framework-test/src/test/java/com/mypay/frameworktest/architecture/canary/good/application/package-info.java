@NullMarked
package com.mypay.frameworktest.architecture.canary.good.application;

import org.jspecify.annotations.NullMarked;
