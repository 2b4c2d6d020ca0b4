@NullMarked
package com.mypay.frameworktest.architecture.canary.bad.application;

import org.jspecify.annotations.NullMarked;
