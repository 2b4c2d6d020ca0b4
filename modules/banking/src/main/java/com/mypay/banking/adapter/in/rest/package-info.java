/** REST: JSON to records and back, validation, who may call. */
@NullMarked
package com.mypay.banking.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
