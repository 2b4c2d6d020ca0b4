@NullMarked
package com.mypay.framework.telemetry;

import org.jspecify.annotations.NullMarked;
