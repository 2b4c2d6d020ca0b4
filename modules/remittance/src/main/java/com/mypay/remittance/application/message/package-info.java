/** The messages between remittance and the others, as their contracts say. */
@NullMarked
package com.mypay.remittance.application.message;

import org.jspecify.annotations.NullMarked;
