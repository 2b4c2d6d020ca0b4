/** JSON to commands and back. */
@NullMarked
package com.mypay.membership.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
