/** Money over HTTP. */
@NullMarked
package com.mypay.money.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
