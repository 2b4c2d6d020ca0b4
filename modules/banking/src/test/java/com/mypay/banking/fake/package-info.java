@NullMarked
package com.mypay.banking.fake;

import org.jspecify.annotations.NullMarked;
