/** The server's batch jobs, over its own REST API. */
@NullMarked
package com.mypay.cli.batch;

import org.jspecify.annotations.NullMarked;
