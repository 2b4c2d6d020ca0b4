@NullMarked
package com.mypay.framework.log.spool;

import org.jspecify.annotations.NullMarked;
