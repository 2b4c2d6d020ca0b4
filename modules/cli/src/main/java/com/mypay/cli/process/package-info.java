/** The processes of an installation: how each is started, watched, stopped. */
@NullMarked
package com.mypay.cli.process;

import org.jspecify.annotations.NullMarked;
