/** Remittances from the command line, against a stub of the service. */
@NullMarked
package com.mypay.cli.remit;

import org.jspecify.annotations.NullMarked;
