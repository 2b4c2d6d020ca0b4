/** Takes the lines that the services send. */
@NullMarked
package com.mypay.logs.adapter.in.messaging;

import org.jspecify.annotations.NullMarked;
