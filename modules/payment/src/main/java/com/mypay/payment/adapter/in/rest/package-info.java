/** JSON to commands and back. */
@NullMarked
package com.mypay.payment.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
