@NullMarked
package com.mypay.framework.guidformat;

import org.jspecify.annotations.NullMarked;
