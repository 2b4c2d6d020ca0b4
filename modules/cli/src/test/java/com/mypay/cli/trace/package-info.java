@NullMarked
package com.mypay.cli.trace;

import org.jspecify.annotations.NullMarked;
