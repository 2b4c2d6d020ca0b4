/** Tests of calls of the APIs. */
@NullMarked
package com.mypay.cli.api;

import org.jspecify.annotations.NullMarked;
