@NullMarked
package com.mypay.payment;

import org.jspecify.annotations.NullMarked;
