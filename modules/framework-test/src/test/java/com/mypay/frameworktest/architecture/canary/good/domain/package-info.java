@NullMarked
package com.mypay.frameworktest.architecture.canary.good.domain;

import org.jspecify.annotations.NullMarked;
