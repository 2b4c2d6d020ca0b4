/** The scenarios: what MyPay does, seen from outside, while everything around it works, and while it doesn't. */
@NullMarked
package com.mypay.systemtests.scenario;

import org.jspecify.annotations.NullMarked;
