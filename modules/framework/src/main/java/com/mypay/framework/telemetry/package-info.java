/** OpenTelemetry: a span for each exchange, where the server's OpenTelemetry is switched on. */
@NullMarked
package com.mypay.framework.telemetry;

import org.jspecify.annotations.NullMarked;
