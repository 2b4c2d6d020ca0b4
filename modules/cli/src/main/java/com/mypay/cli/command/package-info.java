/** One class per subcommand. */
@NullMarked
package com.mypay.cli.command;

import org.jspecify.annotations.NullMarked;
