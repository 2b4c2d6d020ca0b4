@NullMarked
package com.mypay.settlement.fake;

import org.jspecify.annotations.NullMarked;
