@NullMarked
package com.mypay.framework.clock;

import org.jspecify.annotations.NullMarked;
