/** Tests of settlement by hand. */
@NullMarked
package com.mypay.cli.settle;

import org.jspecify.annotations.NullMarked;
