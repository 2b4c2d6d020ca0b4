@NullMarked
package com.mypay.batchjobs;

import org.jspecify.annotations.NullMarked;
