/** Tests of the command as a whole, and of its texts. */
@NullMarked
package com.mypay.cli;

import org.jspecify.annotations.NullMarked;
