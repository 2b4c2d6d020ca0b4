@NullMarked
package com.mypay.payment.domain;

import org.jspecify.annotations.NullMarked;
