/** Tests of the commands. */
@NullMarked
package com.mypay.cli.command;

import org.jspecify.annotations.NullMarked;
