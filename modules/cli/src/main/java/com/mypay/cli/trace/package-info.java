/** What happened to one business transaction, as a time line. */
@NullMarked
package com.mypay.cli.trace;

import org.jspecify.annotations.NullMarked;
