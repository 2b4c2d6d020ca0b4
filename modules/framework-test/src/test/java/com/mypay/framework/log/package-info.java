@NullMarked
package com.mypay.framework.log;

import org.jspecify.annotations.NullMarked;
