/** Tests of processes. */
@NullMarked
package com.mypay.cli.process;

import org.jspecify.annotations.NullMarked;
