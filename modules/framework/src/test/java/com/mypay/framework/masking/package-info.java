@NullMarked
package com.mypay.framework.masking;

import org.jspecify.annotations.NullMarked;
