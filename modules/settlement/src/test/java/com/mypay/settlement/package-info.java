@NullMarked
package com.mypay.settlement;

import org.jspecify.annotations.NullMarked;
