@NullMarked
package com.mypay.batchjobs.fake;

import org.jspecify.annotations.NullMarked;
