@NullMarked
package com.mypay.banking;

import org.jspecify.annotations.NullMarked;
