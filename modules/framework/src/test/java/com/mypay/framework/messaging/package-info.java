@NullMarked
package com.mypay.framework.messaging;

import org.jspecify.annotations.NullMarked;
