@NullMarked
package com.mypay.membership;

import org.jspecify.annotations.NullMarked;
