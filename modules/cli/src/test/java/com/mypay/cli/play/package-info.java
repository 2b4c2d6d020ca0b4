/** Tests of played days. */
@NullMarked
package com.mypay.cli.play;

import org.jspecify.annotations.NullMarked;
