/**
 * What every process of the embedded default has in common: settings as {@code --key value}, one line when it is
 * ready, one clear line and exit code 2 when it can't start, a clean stop on SIGTERM.
 */
@NullMarked
package com.mypay.platform.process;

import org.jspecify.annotations.NullMarked;
