@NullMarked
package com.mypay.frameworktest.architecture.canary.bad.domain;

import org.jspecify.annotations.NullMarked;
