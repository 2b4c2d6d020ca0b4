@NullMarked
package com.mypay.framework.transaction;

import org.jspecify.annotations.NullMarked;
