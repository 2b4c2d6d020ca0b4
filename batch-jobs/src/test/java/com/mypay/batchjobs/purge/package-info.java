@NullMarked
package com.mypay.batchjobs.purge;

import org.jspecify.annotations.NullMarked;
