@NullMarked
package com.mypay.cli.batch;

import org.jspecify.annotations.NullMarked;
