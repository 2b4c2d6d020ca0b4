/** The embedded database: H2 in its own process, one database for all services, every commit forced to disk. */
@NullMarked
package com.mypay.platform.database;

import org.jspecify.annotations.NullMarked;
