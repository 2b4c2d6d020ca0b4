/** Settlement of a business date by hand: the batch job through the server's REST API, and what came of it. */
@NullMarked
package com.mypay.cli.settle;

import org.jspecify.annotations.NullMarked;
