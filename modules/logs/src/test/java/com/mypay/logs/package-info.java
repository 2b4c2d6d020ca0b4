@NullMarked
package com.mypay.logs;

import org.jspecify.annotations.NullMarked;
