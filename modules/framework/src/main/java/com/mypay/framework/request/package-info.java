/** Request ids: every command has one effect, however often it is sent. */
@NullMarked
package com.mypay.framework.request;

import org.jspecify.annotations.NullMarked;
