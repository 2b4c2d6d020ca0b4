/** Remittances as members send them: confirmed, requested, followed to their end. */
@NullMarked
package com.mypay.cli.remit;

import org.jspecify.annotations.NullMarked;
