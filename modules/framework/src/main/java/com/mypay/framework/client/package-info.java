/** Conventions for calls from one service to another. */
@NullMarked
package com.mypay.framework.client;

import org.jspecify.annotations.NullMarked;
