/**
 * The banks' REST interface (described in {@code openapi.yaml}) and its limits.
 */
@NullMarked
package com.mypay.banksimulator.adapter.in.http;

import org.jspecify.annotations.NullMarked;
