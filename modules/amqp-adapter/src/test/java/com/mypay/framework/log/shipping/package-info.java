@NullMarked
package com.mypay.framework.log.shipping;

import org.jspecify.annotations.NullMarked;
