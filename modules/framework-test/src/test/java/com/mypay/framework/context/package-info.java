@NullMarked
package com.mypay.framework.context;

import org.jspecify.annotations.NullMarked;
