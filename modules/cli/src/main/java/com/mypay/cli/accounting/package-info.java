/** Files for the accounting system. */
@NullMarked
package com.mypay.cli.accounting;

import org.jspecify.annotations.NullMarked;
