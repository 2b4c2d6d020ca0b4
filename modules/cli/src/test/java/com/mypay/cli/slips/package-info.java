/** Tests of the reading of slips files. */
@NullMarked
package com.mypay.cli.slips;

import org.jspecify.annotations.NullMarked;
