@NullMarked
package com.mypay.framework.value;

import org.jspecify.annotations.NullMarked;
