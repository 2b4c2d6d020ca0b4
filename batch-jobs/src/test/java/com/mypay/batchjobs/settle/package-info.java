@NullMarked
package com.mypay.batchjobs.settle;

import org.jspecify.annotations.NullMarked;
