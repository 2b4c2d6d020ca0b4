@NullMarked
package com.mypay.framework.housekeeping;

import org.jspecify.annotations.NullMarked;
