@NullMarked
package com.mypay.payment.application;

import org.jspecify.annotations.NullMarked;
