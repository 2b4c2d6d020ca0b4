/** One installation: its directory, settings, passwords, ports. */
@NullMarked
package com.mypay.cli.home;

import org.jspecify.annotations.NullMarked;
