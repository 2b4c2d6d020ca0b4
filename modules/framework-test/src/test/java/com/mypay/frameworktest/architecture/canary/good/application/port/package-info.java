@NullMarked
package com.mypay.frameworktest.architecture.canary.good.application.port;

import org.jspecify.annotations.NullMarked;
