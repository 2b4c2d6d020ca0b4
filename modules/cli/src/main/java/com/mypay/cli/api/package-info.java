/** Calls of MyPay's REST APIs and of the batch API. */
@NullMarked
package com.mypay.cli.api;

import org.jspecify.annotations.NullMarked;
