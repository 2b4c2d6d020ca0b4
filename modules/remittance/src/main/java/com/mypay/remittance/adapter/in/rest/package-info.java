/** REST: JSON to records and back, form checks, nothing else. */
@NullMarked
package com.mypay.remittance.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
